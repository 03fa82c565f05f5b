package dev.swarm.chaos;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other processes do; the one place of the rig that lets time go by. */
public final class Patience {
  private static final Duration LOOK = Duration.ofMillis(25);

  private Patience() {}

  /** Waits until it is so, and tells how long that took; too late is a failed test. */
  public static Duration until(BooleanSupplier so, Duration limit, Supplier<String> what) {
    long begin = System.nanoTime();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() - begin > limit.toNanos()) {
        throw new AssertionError("not within " + limit.toMillis() + " ms: " + what.get());
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** A fault lasts as long as the schedule says. */
  public static void last(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
