package dev.swarm.coordinator.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readers slow no run. The measure in full is {@code -Dswarm.full=true}: 200 readers, 10 of them
 * never reading, in turns with none, and the ratio of the medians; of a recorded audit twenty times
 * as fast as it was, and of events as fast as the store takes them, where nothing is left for
 * anybody.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES) // in full
class ReadersTest {
  private static final boolean FULL = Boolean.getBoolean("swarm.full");
  private static final int READING = FULL ? 190 : 19;
  private static final int STILL = FULL ? 10 : 1;
  private static final int ROUNDS = FULL ? 15 : 3;
  private static final int RUNS = FULL ? 10 : 2;
  private static final double FASTER = 20;
  private static final double AT_ONCE = 1e9;

  @TempDir Path folder;
  private int number;

  @Test
  void readers_who_read_and_who_do_not_slow_no_run() throws Exception {
    double ratio = measured(FASTER, 1);
    assertTrue(!FULL || ratio <= 1.10, "ratio " + ratio);
  }

  /** For the figure, which is in docs/performance.md; what it asserts is that somebody reads. */
  @Test
  void readers_read_on_while_the_store_does_what_it_can() throws Exception {
    double _ = measured(AT_ONCE, RUNS);
  }

  private double measured(double faster, int runs) throws Exception {
    var alone = new ArrayList<Duration>();
    var crowded = new ArrayList<Duration>();
    try (var served = new Served(folder)) {
      for (int round = 0; round < ROUNDS; round++) {
        alone.add(runs(served, faster, runs));
        try (var crowd = new Crowd(served.port(), READING, STILL)) {
          awaitReaders(served);
          long before = crowd.read();
          crowded.add(runs(served, faster, runs));
          assertTrue(crowd.read() > before, "nobody read anything");
        }
      }
    }
    double ratio = (double) median(crowded).toNanos() / median(alone).toNanos();
    System.out.printf(
        "readers: %d and %d still, %.0f times as fast; alone %d ms, read %d ms, ratio %.3f%n",
        READING, STILL, faster, median(alone).toMillis(), median(crowded).toMillis(), ratio);
    return ratio;
  }

  private static void awaitReaders(Served served) {
    var line = "\nswarm_event_readers " + (READING + STILL) + "\n";
    while (!served.client().get("/metrics").body().contains(line)) {
      assertTrue(!Thread.currentThread().isInterrupted(), "they never were " + line);
    }
  }

  /** The same audit a few times, each event when it is due and durable before the next. */
  private Duration runs(Served served, double faster, int runs) throws Exception {
    var history = Served.recorded("history.jsonl");
    long began = System.nanoTime();
    for (int i = 0; i < runs; i++) {
      var run = new RunId("20261122-%06d-load".formatted(number++));
      long from = System.nanoTime();
      for (var event : copy(history, run)) {
        var due = Duration.between(history.getFirst().at(), event.at());
        awaitTime(from + (long) (due.toNanos() / faster));
        var _ = served.store.append(event).join();
      }
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static void awaitTime(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static List<Recorded> copy(List<Recorded> events, RunId run) {
    return events.stream()
        .map(one -> new Recorded(run, one.epoch(), one.sequence(), one.at(), one.event()))
        .toList();
  }

  private static Duration median(List<Duration> all) {
    return all.stream().sorted().toList().get(all.size() / 2);
  }
}
