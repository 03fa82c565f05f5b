package dev.swarm.coordinator.notice;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Does nothing until the test says so, and then on the test's thread. */
final class QueueDesk implements Executor {
  private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable action) {
    assertTrue(waiting.add(action));
  }

  /** Everything that waits by now, and what that leads to. */
  void run() {
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }

  /** Waits for what other threads hand over, until {@code enough}. */
  void until(BooleanSupplier enough) throws InterruptedException {
    run();
    while (!enough.getAsBoolean()) {
      Optional.ofNullable(waiting.poll(10, TimeUnit.SECONDS)).orElseThrow().run();
      run();
    }
  }
}
