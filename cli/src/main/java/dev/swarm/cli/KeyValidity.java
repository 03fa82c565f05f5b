package dev.swarm.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a key is good. */
final class KeyValidity {
  private static final int LONGEST = 3650;

  @Option(
      names = "--valid",
      order = 20,
      paramLabel = "DAYS",
      description = "How long the key is good, 1 to 3650 days; default 365.")
  private int days = 365;

  Duration time() {
    if (days < 1 || days > LONGEST) {
      throw new UsageException("--valid is 1 to " + LONGEST + " days, not " + days);
    }
    return Duration.ofDays(days);
  }
}
