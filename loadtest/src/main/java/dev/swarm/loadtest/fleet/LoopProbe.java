package dev.swarm.loadtest.fleet;

import dev.swarm.router.waiting.Bells;
import io.vertx.core.impl.VertxThread;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Watches all event loops of the process, every few milliseconds: for how long each has been busy
 * with one task. What a machine with too little to spare does to a loop that waits for a processor
 * is in it too, hence the processor time beside it.
 */
final class LoopProbe {
  private static final Duration EVERY = Duration.ofMillis(10);

  /** Looks between two searches for threads: the search costs more than a look. */
  private static final int LOOKS = 50;

  private static final long WORTH_A_TRACE = 50_000_000;
  private static final int TRACE = 16;

  private final InstantSource clock;
  private final Map<Long, Task> tasks = new HashMap<>();
  private List<VertxThread> loops = List.of();
  private int looks;
  private volatile Longest longest = Longest.NONE;

  private LoopProbe(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The longest task so far.
   *
   * @param wall how long it took, in ms
   * @param processor how much processor time of its thread fell into that, in ms
   * @param where its thread was, when it was last seen
   */
  record Longest(long wall, long processor, String where) {
    static final Longest NONE = new Longest(0, 0, "");
  }

  private record Task(long began, long processor) {}

  /** Begins to watch, on a thread of its own, until the process ends. */
  static LoopProbe start(InstantSource clock) {
    var probe = new LoopProbe(clock);
    var _ = Thread.ofPlatform().name("loop-probe").daemon().start(probe::watch);
    return probe;
  }

  Longest longest() {
    return longest;
  }

  /** Forgets what was, to begin anew. */
  void reset() {
    longest = Longest.NONE;
  }

  private void watch() {
    try {
      while (true) {
        Bells.real().pause(EVERY, clock);
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    long now = SystemClock.nanos();
    if (looks++ % LOOKS == 0) {
      loops = loops();
    }
    for (var thread : loops) {
      long began = thread.startTime();
      if (began == 0) {
        tasks.remove(thread.threadId());
        continue;
      }
      long processor = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
      var task = tasks.get(thread.threadId());
      if (task == null || task.began() != began) {
        task = new Task(began, processor);
        tasks.put(thread.threadId(), task);
      }
      seen(thread, now - began, processor - task.processor());
    }
  }

  private void seen(VertxThread thread, long wall, long processor) {
    if (wall / 1_000_000 > longest.wall()) {
      var where = wall > WORTH_A_TRACE ? trace(thread) : "";
      longest = new Longest(wall / 1_000_000, processor / 1_000_000, where);
    }
  }

  private static String trace(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .limit(TRACE)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(" < "));
  }

  private static List<VertxThread> loops() {
    var threads = new Thread[Thread.activeCount() + 64];
    var root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    int count = root.enumerate(threads, true);
    return Arrays.stream(threads, 0, count)
        .filter(thread -> thread instanceof VertxThread loop && !loop.isWorker())
        .map(VertxThread.class::cast)
        .toList();
  }

  /** The clock by which Vert.x tells when a thread took up a task. */
  private static final class SystemClock {
    private SystemClock() {}

    /** Nanoseconds since some moment. */
    static long nanos() {
      return System.nanoTime();
    }
  }
}
