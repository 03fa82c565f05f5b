package dev.swarm.tools.rows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that a tool's output tells about.
 *
 * @param kind what the subject is: {@code filesystem}
 * @param subject which one: {@code /var}
 * @param lines where it stands in the text, counted from 1, ascending; never empty
 * @param fields typed values; a value that was missing or did not parse has no entry
 */
public record Row(String kind, String subject, List<Integer> lines, Map<String, Value> fields) {
  public Row {
    lines = List.copyOf(lines);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a row stands on at least one line: " + subject);
    }
  }

  public Optional<Value> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
