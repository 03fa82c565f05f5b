package dev.swarm.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far two machines' clocks are apart. */
final class Skew {
  private Skew() {}

  /**
   * Why what was sent at {@code millis} of its sender's clock is not of now; empty if it may be.
   *
   * @param most that the clocks, and the way, may make
   */
  static Optional<String> beyond(Duration most, String millis, Instant now) {
    if (!millis.matches("[0-9]{1,15}")) {
      return Optional.of("it does not say when it was sent");
    }
    var skew = Duration.between(Instant.ofEpochMilli(Long.parseLong(millis)), now);
    return skew.abs().compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of(
            "clock skew of "
                + skew.abs().toSeconds()
                + " s: by this node's clock it was sent "
                + (skew.isNegative() ? "in the future" : "in the past")
                + ", and at most "
                + most.toSeconds()
                + " s are let pass; set the clocks of both machines");
  }
}
