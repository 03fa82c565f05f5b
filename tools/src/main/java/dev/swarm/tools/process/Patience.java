package dev.swarm.tools.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits for something to come true, for so long and no longer, an interrupt or not. */
final class Patience {
  private static final long FIRST_NAP_MICROS = 500;
  private static final long LONGEST_NAP_MICROS = 20_000;

  private Patience() {}

  /** Waits until it comes true, or for so long; an interrupt is kept for the caller. */
  static void upTo(Duration atMost, BooleanSupplier wanted) {
    long end = System.nanoTime() + atMost.toNanos();
    long nap = FIRST_NAP_MICROS;
    boolean interrupted = false;
    try {
      while (!wanted.getAsBoolean()) {
        if (System.nanoTime() - end >= 0) {
          return;
        }
        interrupted |= nap(nap);
        nap = Math.min(2 * nap, LONGEST_NAP_MICROS);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits until it is there, or for so long; an interrupt is kept for the caller. */
  static void upTo(Duration atMost, CompletableFuture<Void> wanted) {
    long end = System.nanoTime() + atMost.toNanos();
    boolean interrupted = false;
    try {
      while (!wanted.isDone() && System.nanoTime() - end < 0) {
        interrupted |= interruptedIn(wanted, end - System.nanoTime());
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean interruptedIn(CompletableFuture<Void> wanted, long nanos) {
    try {
      wanted.get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
      return false;
    } catch (InterruptedException e) {
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private static boolean nap(long micros) {
    try {
      Thread.sleep(Duration.ofNanos(1000 * micros));
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
