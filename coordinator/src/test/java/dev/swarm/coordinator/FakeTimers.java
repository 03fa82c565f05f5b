package dev.swarm.coordinator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;

/** Time stands still until a test cranks it. May be used from any thread. */
final class FakeTimers implements Timers {
  private final List<Pending> pending = new ArrayList<>();
  private final Set<Context> contexts = new CopyOnWriteArraySet<>();
  private Instant now = Instant.parse("2026-11-20T19:45:12Z");

  private record Pending(Instant due, Runnable action) {}

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Cancellable after(Duration delay, Runnable action) {
    var context = Optional.ofNullable(Vertx.currentContext()).orElseThrow();
    contexts.add(context);
    var entry = new Pending(now.plus(delay), () -> context.runOnContext(_ -> action.run()));
    pending.add(entry);
    return () -> forget(entry);
  }

  /**
   * Lets {@code time} pass, once every context has done what it was doing; what falls due is handed
   * to its context, in the order due.
   */
  void advance(Duration time) throws InterruptedException {
    for (var context : contexts) {
      var idle = new CountDownLatch(1);
      context.runOnContext(_ -> idle.countDown());
      assertTrue(idle.await(10, SECONDS), "a context does not come to rest");
    }
    due(time).forEach(entry -> entry.action().run());
  }

  synchronized int pending() {
    return pending.size();
  }

  private synchronized List<Pending> due(Duration time) {
    now = now.plus(time);
    var due =
        pending.stream()
            .filter(entry -> !entry.due().isAfter(now))
            .sorted(Comparator.comparing(Pending::due))
            .toList();
    pending.removeAll(due);
    return due;
  }

  private synchronized void forget(Pending entry) {
    var _ = pending.remove(entry);
  }
}
