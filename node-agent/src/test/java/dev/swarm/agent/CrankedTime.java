package dev.swarm.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A desk and its clock. Tasks run on one thread, which is the desk's, in the order handed over;
 * time stands still until a test cranks it. May be used from any thread.
 */
final class CrankedTime implements Desk, InstantSource {
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final List<Pending> pending = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T19:45:12Z");
  private boolean working;

  private record Pending(Instant due, Runnable task) {}

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      tasks.add(task);
      if (working) {
        return;
      }
      working = true;
    }
    work();
  }

  private void work() {
    while (true) {
      Runnable task;
      synchronized (this) {
        task = tasks.poll();
        if (task == null) {
          working = false;
          notifyAll();
          return;
        }
      }
      task.run();
    }
  }

  @Override
  public synchronized Cancellable after(Duration delay, Runnable task) {
    var entry = new Pending(now.plus(delay), task);
    pending.add(entry);
    return () -> forget(entry);
  }

  private synchronized void forget(Pending entry) {
    var _ = pending.remove(entry);
  }

  /** Nothing that was to come will. */
  synchronized void forgetAll() {
    pending.clear();
  }

  /** Lets {@code time} pass; what falls due runs in the order due, each at its own time. */
  void advance(Duration time) {
    var end = instant().plus(time);
    for (var next = next(end); next != null; next = next(end)) {
      execute(next);
    }
    synchronized (this) {
      now = end;
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Runnable next(Instant end) {
    var first = pending.stream().min(Comparator.comparing(Pending::due)).orElse(null);
    if (first == null || first.due().isAfter(end)) {
      return null;
    }
    pending.remove(first);
    now = first.due();
    return first.task();
  }
}
