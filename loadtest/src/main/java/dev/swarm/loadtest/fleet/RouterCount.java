package dev.swarm.loadtest.fleet;

import dev.swarm.router.scripted.Statistics;
import java.time.Duration;
import java.util.List;

/**
 * What the router of a load test has seen since it began.
 *
 * @param atMillis since it began
 * @param busyMillis in slots, added up over all of them
 * @param load the most within each tenth of a second in which something changed
 */
public record RouterCount(
    long atMillis,
    long requests,
    long replies,
    long refused,
    long aborted,
    double busyMillis,
    long bytesIn,
    long bytesOut,
    List<Load> load) {
  public RouterCount {
    load = List.copyOf(load);
  }

  /** How many requests were worked on and waited. */
  public record Load(long atMillis, int working, int waiting) {}

  static RouterCount of(Statistics saw, Duration at) {
    return new RouterCount(
        at.toMillis(),
        saw.requests(),
        saw.replies(),
        saw.refused(),
        saw.aborted(),
        saw.busy().toNanos() / 1e6,
        saw.bytesIn(),
        saw.bytesOut(),
        saw.load().stream()
            .map(load -> new Load(load.at().toMillis(), load.working(), load.queued()))
            .toList());
  }
}
