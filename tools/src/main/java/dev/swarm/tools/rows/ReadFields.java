package dev.swarm.tools.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that are read from the text, each with its place; computed ones are not among them.
 */
final class ReadFields {
  private final List<Field> fields;
  private final Map<String, List<Integer>> places = new HashMap<>();

  ReadFields(List<Field> declared) {
    this.fields = declared.stream().filter(field -> field.from().isEmpty()).toList();
    for (int place = 0; place < fields.size(); place++) {
      places.computeIfAbsent(key(place), _ -> new ArrayList<>()).add(place);
    }
  }

  int size() {
    return fields.size();
  }

  Field field(int place) {
    return fields.get(place);
  }

  /** The column, named group, pair or member that the field is read from. */
  String key(int place) {
    return fields.get(place).at().orElse(fields.get(place).name());
  }

  /** The places of the fields that are read from {@code key}. */
  List<Integer> places(String key) {
    return places.getOrDefault(key, List.of());
  }
}
