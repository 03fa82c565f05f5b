package dev.swarm.agent.lease;

import java.time.Duration;
import java.time.Instant;

/**
 * How long it usually is from when a node wants fewer slots until it wants as many again: between
 * two turns of an investigation its tools run. Owned by one {@link SlotLease}.
 */
final class Lull {
  /** A slot that is not used is kept for so long at least, while somebody works here. */
  static final Duration LEAST = Duration.ofMillis(50);

  /** And for so long at most, where the tools between two turns usually take half of it. */
  static final Duration LONGEST = Duration.ofSeconds(1);

  /** Of what is known, the newest one counts for a fourth. */
  private static final int WEIGHT = 4;

  private int level;
  private Instant lowered = Instant.MAX;
  private Duration usual = Duration.ZERO;

  /** So many are wanted now. */
  void wanted(int slots, Instant now) {
    boolean waits = lowered.isBefore(Instant.MAX);
    if (slots >= level || (waits && !now.isBefore(lowered.plus(LONGEST)))) {
      learn(now);
      level = slots;
      lowered = Instant.MAX;
    } else if (!waits) {
      lowered = now;
    }
  }

  /** What comes next is another investigation's. */
  void over() {
    level = 0;
    lowered = Instant.MAX;
  }

  /**
   * How long a slot is kept that is not used. To give it back and to ask for it again are two
   * messages, and the longer tools take, the more of a router they would keep from others.
   */
  Duration patience() {
    var likely = usual.multipliedBy(2);
    return likely.compareTo(LONGEST) > 0 || likely.compareTo(LEAST) < 0 ? LEAST : likely;
  }

  private void learn(Instant now) {
    if (lowered.isBefore(Instant.MAX)) {
      var lull = Duration.between(lowered, now);
      var counted = lull.compareTo(LONGEST) < 0 ? lull : LONGEST;
      usual = usual.plus(counted.minus(usual).dividedBy(WEIGHT));
    }
  }
}
