package dev.swarm.loadtest.peers;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Tasks on virtual threads, so many at once, and what they took. Begins to count when it is made.
 *
 * @param tasks numbered from 1
 * @param begin of {@link System#nanoTime}
 */
record PeerTiming(int tasks, int atOnce, long begin) {
  PeerTiming(int tasks, int atOnce) {
    this(tasks, atOnce, System.nanoTime());
  }

  /** Does all tasks, and prints a line about it; ends the process. */
  void time(String name, IntConsumer task) throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
      var all =
          IntStream.rangeClosed(1, tasks)
              .mapToObj(number -> threads.submit(() -> task.accept(number)))
              .toList();
      for (var one : all) {
        var _ = one.get();
      }
    }
    long wall = (System.nanoTime() - begin) / 1_000_000;
    System.out.printf(
        Locale.ROOT,
        "%s tasks=%d wall-ms=%d own-cpu-ms-per-task=%.2f tasks-per-second=%.1f%n",
        name,
        tasks,
        wall,
        ownCpuMillis() / tasks,
        tasks * 1000.0 / wall);
    System.exit(0);
  }

  /** Of this process since it started, its children not counted. */
  private static double ownCpuMillis() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e6;
  }
}
