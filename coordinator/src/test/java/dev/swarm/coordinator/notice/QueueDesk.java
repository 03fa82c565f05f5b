package dev.swarm.coordinator.notice;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

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

  /** Waits for one action, which another thread hands over, and does that. */
  void runNext() throws InterruptedException {
    Optional.ofNullable(waiting.poll(10, TimeUnit.SECONDS)).orElseThrow().run();
    run();
  }
}
