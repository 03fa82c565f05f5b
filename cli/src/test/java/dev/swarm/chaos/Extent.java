package dev.swarm.chaos;

import java.time.Duration;
import java.util.Optional;

/**
 * How much is tried: a part that fits into everyday builds, or all of it with {@code
 * -Dswarm.full=true}. The seed is drawn anew unless {@code -Dswarm.seed=N} asks for one again.
 */
public final class Extent {
  private Extent() {}

  public static boolean full() {
    return Boolean.getBoolean("swarm.full");
  }

  public static int of(int bounded, int full) {
    return full() ? full : bounded;
  }

  /** How often something is tried; {@code -Dswarm.rounds=N} says another number. */
  public static int rounds(int bounded, int full) {
    return Integer.getInteger("swarm.rounds", of(bounded, full));
  }

  /** The goal where all is tried, on a machine of its own; a build machine is never idle. */
  public static Duration within(Duration goal) {
    return full() ? goal : goal.multipliedBy(2);
  }

  public static long seed() {
    return Optional.ofNullable(Long.getLong("swarm.seed"))
        .orElseGet(() -> System.nanoTime() & 0xFFFFFFFFL);
  }
}
