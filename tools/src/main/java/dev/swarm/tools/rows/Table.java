package dev.swarm.tools.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Texts that stand for others: {@code debian 12} for the last day of its support. A key that ends
 * with {@code *} stands for every text that begins so; the exact key wins, then the longest.
 */
public record Table(Map<String, String> entries) {
  private static final String ANY = "*";

  public Table {
    entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** What stands for {@code text}; empty where the table does not hold it. */
  Optional<String> of(String text) {
    var exact = Optional.ofNullable(entries.get(text));
    return exact.isPresent() ? exact : longest(text).map(entries::get);
  }

  private Optional<String> longest(String text) {
    return entries.keySet().stream()
        .filter(key -> key.endsWith(ANY))
        .filter(key -> text.startsWith(key.substring(0, key.length() - 1)))
        .max(java.util.Comparator.comparingInt(String::length));
  }
}
