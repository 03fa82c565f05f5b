package dev.swarm.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C does while something runs: asks it to stop, and keeps the process until the report is
 * out, at most ten seconds. A second Ctrl-C ends the process at once.
 */
final class Interruption implements AutoCloseable {
  private static final CountDownLatch OVER = new CountDownLatch(1);

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  static Interruption of(Runnable stop) {
    var hook =
        new Thread(
            () -> {
              stop.run();
              try {
                var _ = OVER.await(10, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  /** Everything is said; the process may end. */
  static void over() {
    OVER.countDown();
  }

  @Override
  public void close() {
    try {
      var _ = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // It is running: the process ends when over() is called.
    }
  }
}
