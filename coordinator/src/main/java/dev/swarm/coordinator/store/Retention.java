package dev.swarm.coordinator.store;

import java.time.Duration;
import java.util.Optional;

/**
 * How long runs are kept: until any of these is exceeded. Whole runs go, the oldest first; the
 * newest one always stays, and so does what is known of findings.
 *
 * @param runs how many
 * @param age since a run began; empty for any
 * @param bytes of the file that hold something; empty for any
 */
public record Retention(int runs, Optional<Duration> age, Optional<Long> bytes) {
  public Retention {
    if (runs < 1) {
      throw new IllegalArgumentException("at least one run is kept, not " + runs);
    }
    if (age.filter(limit -> !limit.isPositive()).isPresent()
        || bytes.filter(limit -> limit < 1).isPresent()) {
      throw new IllegalArgumentException("a limit of what is kept is more than nothing");
    }
  }

  /** The newest {@code runs}, whatever their age and size. */
  public static Retention of(int runs) {
    return new Retention(runs, Optional.empty(), Optional.empty());
  }
}
