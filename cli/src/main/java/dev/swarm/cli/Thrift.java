package dev.swarm.cli;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Gives memory of the heap back that starting took, or work. The collector makes the heap smaller
 * only after a full collection, and an agent at rest makes too little garbage for one to come in
 * days. With what the launcher says of free space, a twentieth of what lives is left free.
 */
final class Thrift {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final long WORTH = 2L << 20;

  private long left;

  private Thrift() {}

  /** Looks twice a minute from now on, for as long as {@code vertx} lives. */
  static void on(Vertx vertx) {
    var thrift = new Thrift();
    long _ = vertx.setPeriodic(EVERY.toMillis(), _ -> thrift.look());
  }

  /** A full collection of what an agent holds takes some 50 ms, whatever else goes on. */
  private void look() {
    var runtime = Runtime.getRuntime();
    if (runtime.totalMemory() >= left + WORTH) {
      System.gc();
      left = runtime.totalMemory();
    }
  }
}
