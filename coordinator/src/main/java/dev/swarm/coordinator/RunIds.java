package dev.swarm.coordinator;

import dev.swarm.protocol.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Names runs: {@code 20261120-194512-k3f9}, the second in UTC and four characters drawn by lot. */
final class RunIds {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LOTS = 36 * 36 * 36 * 36;

  private RunIds() {}

  static RunId next(Instant now, RandomGenerator lots) {
    var lot = Integer.toString(lots.nextInt(LOTS), 36);
    return new RunId(SECOND.format(now) + "-" + "0".repeat(4 - lot.length()) + lot);
  }
}
