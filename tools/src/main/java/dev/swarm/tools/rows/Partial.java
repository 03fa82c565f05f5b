package dev.swarm.tools.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A row in the making: values by field, and the lines that they stand on. */
final class Partial {
  private final Map<String, Value> values = new HashMap<>();
  private final TreeSet<Integer> merged = new TreeSet<>();
  private final List<Integer> lines;

  Partial(Draft draft, ReadFields fields) {
    this.lines = draft.lines();
    for (int place = 0; place < fields.size(); place++) {
      Field field = fields.field(place);
      String text = draft.text(place);
      if (!text.isEmpty()) {
        field.read(text).ifPresent(it -> values.put(field.name(), it));
      }
    }
  }

  /** Live: what is put here later is seen. */
  Map<String, Value> values() {
    return values;
  }

  List<Integer> lines() {
    return merged.isEmpty() ? lines : List.copyOf(merged);
  }

  /** Takes what another says of the same thing; where both say something, the later wins. */
  void merge(Partial later) {
    if (merged.isEmpty()) {
      merged.addAll(lines);
    }
    merged.addAll(later.lines());
    values.putAll(later.values);
  }
}
