package dev.swarm.coordinator;

import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/** Virtual time, chance from one seed, and processes that die and pause. One thread. */
final class SimWorld {
  static final Instant BEGIN = Instant.parse("2026-11-20T19:45:12Z");
  final Random random;
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::place));
  private long now;
  private long place;

  /** Every attempt that any node began; none twice. */
  final Set<String> begun = new HashSet<>();

  /** Outcomes that a node has a receipt for, by their attempt. */
  final Map<SubtaskId, Integer> acknowledged = new HashMap<>();

  SimWorld(long seed) {
    random = new Random(seed);
  }

  private record Task(long due, long place, Runnable action) {}

  /** What dies and pauses as one. */
  static final class Life {
    final String name;
    boolean dead;
    private boolean paused;
    private final Deque<Runnable> held = new ArrayDeque<>();

    Life(String name) {
      this.name = name;
    }

    boolean paused() {
      return paused;
    }
  }

  long millis() {
    return now;
  }

  Instant instant() {
    return BEGIN.plusMillis(now);
  }

  boolean chance(double likelihood) {
    return random.nextDouble() < likelihood;
  }

  long between(long least, long most) {
    return least + (long) (random.nextDouble() * (most - least + 1));
  }

  void after(long delay, Runnable action) {
    tasks.add(new Task(now + Math.max(0, delay), place++, action));
  }

  /** Later, in {@code process}, if it lives by then, and once it runs. */
  void after(Life process, long delay, Runnable action) {
    after(delay, () -> run(process, action));
  }

  private static void run(Life process, Runnable action) {
    if (process.dead) {
      return;
    }
    if (process.paused) {
      process.held.add(action);
    } else {
      action.run();
    }
  }

  void pause(Life process, long millis) {
    process.paused = true;
    after(
        millis,
        () -> {
          process.paused = false;
          while (!process.held.isEmpty() && !process.paused) {
            run(process, process.held.removeFirst());
          }
        });
  }

  /** The timers of one process. */
  Timers timers(Life process) {
    return new Timers() {
      @Override
      public Instant now() {
        return instant();
      }

      @Override
      public Cancellable after(Duration delay, Runnable action) {
        var cancelled = new boolean[1];
        SimWorld.this.after(
            process,
            Math.max(1, delay.toMillis()),
            () -> {
              if (!cancelled[0]) {
                action.run();
              }
            });
        return () -> cancelled[0] = true;
      }
    };
  }

  /** Lets time pass until {@code millis} from the beginning. */
  void runUntil(long millis) {
    while (!tasks.isEmpty() && tasks.peek().due() <= millis) {
      var task = tasks.remove();
      now = task.due();
      task.action().run();
    }
    now = millis;
  }
}
