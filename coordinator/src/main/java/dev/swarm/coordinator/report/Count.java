package dev.swarm.coordinator.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Numbers by enum constant, in the order of the constants. */
final class Count {
  private Count() {}

  static <K extends Enum<K>> Map<K, Integer> copy(Class<K> type, Map<K, Integer> counts) {
    var copy = new EnumMap<K, Integer>(type);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }

  /** Zero for each of {@code keys}, so that no reader has to guess what absent means. */
  static <K extends Enum<K>> Map<K, Integer> zeros(Class<K> type, Iterable<K> keys) {
    var counts = new EnumMap<K, Integer>(type);
    keys.forEach(key -> counts.put(key, 0));
    return counts;
  }

  /** How many of {@code items} have each key; every constant of the type is there. */
  static <T, K extends Enum<K>> Map<K, Integer> by(
      Class<K> type, Iterable<T> items, Function<T, K> key) {
    var counts = zeros(type, java.util.List.of(type.getEnumConstants()));
    items.forEach(item -> counts.merge(key.apply(item), 1, Integer::sum));
    return counts;
  }

  static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
