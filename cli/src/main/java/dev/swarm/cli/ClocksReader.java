package dev.swarm.cli;

import dev.swarm.router.endpoint.Clocks;
import dev.swarm.tools.yaml.YamlMap;
import java.time.Duration;

/** Reads how long a router may take. */
final class ClocksReader {
  private static final Duration LONGEST = Duration.ofHours(24);

  private ClocksReader() {}

  /** The clocks under {@code clocks:}; the standard ones where nothing is said. */
  static Clocks read(YamlMap router) {
    return router.map("clocks").map(ClocksReader::clocks).orElse(Clocks.STANDARD);
  }

  private static Clocks clocks(YamlMap map) {
    var standard = Clocks.STANDARD;
    var clocks =
        new Clocks(
            clock(map, "connect", standard.connect()),
            clock(map, "admission", standard.admission()),
            clock(map, "first-byte", standard.firstByte()),
            clock(map, "progress", standard.progress()),
            clock(map, "total", standard.total()));
    map.finish();
    return clocks;
  }

  private static Duration clock(YamlMap map, String key, Duration standard) {
    var clock = map.duration(key).orElse(standard);
    if (clock.toMillis() < 1 || clock.compareTo(LONGEST) > 0) {
      map.problem(key, "'" + key + "' is from 1ms to 24h");
      return standard;
    }
    return clock;
  }
}
