package dev.swarm.cli;

import dev.swarm.coordinator.store.Retention;
import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.tools.yaml.YamlMap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code store:} and {@code keep-runs}: how long runs are kept. */
final class RetentionReader {
  private static final int MOST_RUNS = 100_000;
  private static final int MOST_DAYS = 36_500;

  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})(MiB|GiB|TiB)");
  private static final Map<String, Long> UNITS =
      Map.of("MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);

  private RetentionReader() {}

  /** The newest 200 runs, where nothing is said. */
  static Retention read(YamlMap settings) {
    var runs = runs(settings);
    var store = settings.map("store");
    if (store.isEmpty()) {
      return Retention.of(runs.orElse(SqliteStore.KEPT_RUNS));
    }
    var map = store.get();
    var own = runs(map);
    if (runs.isPresent() && own.isPresent()) {
      map.problem("keep-runs", "'keep-runs' stands here and outside of 'store'; leave one out");
    }
    var days = RoutersReader.within(map, "keep-days", 1, MOST_DAYS);
    var bytes = map.read("keep-bytes", RetentionReader::size);
    map.finish();
    return new Retention(
        own.or(() -> runs).orElse(SqliteStore.KEPT_RUNS),
        days.filter(number -> number > 0).map(Duration::ofDays),
        bytes);
  }

  private static Optional<Integer> runs(YamlMap map) {
    var keep = map.integer("keep-runs");
    if (keep.filter(runs -> runs < 1 || runs > MOST_RUNS).isPresent()) {
      map.problem("keep-runs", "'keep-runs' is from 1 to 100000");
      return Optional.empty();
    }
    return keep;
  }

  private static long size(String text) {
    var size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new IllegalArgumentException(
          "expected a size such as 500MiB or 20GiB, not '" + text + "'");
    }
    long bytes = Long.parseLong(size.group(1)) * UNITS.getOrDefault(size.group(2), 1L);
    if (bytes < 1) {
      throw new IllegalArgumentException("expected at least 1MiB, not '" + text + "'");
    }
    return bytes;
  }
}
