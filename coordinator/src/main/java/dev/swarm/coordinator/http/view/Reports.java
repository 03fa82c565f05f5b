package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.Replay;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports of kept runs, each compared with the audit before it, as {@code swarm show} tells them.
 * Those asked for last are kept at hand. Reading blocks. Any thread.
 */
public final class Reports {
  private static final int KEPT = 8;

  private final RunStore store;
  private final Replay replay;
  private final Map<RunId, Kept> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

  /** A report, and how many events it was made of. */
  private record Kept(Report report, int events) {}

  public Reports(RunStore store) {
    this.store = store;
    this.replay = new Replay(store);
  }

  /**
   * The report of {@code run} as it stands now.
   *
   * @throws StoreException if there is no such run, or it cannot be read
   */
  public Report of(RunId run) {
    var before = kept(run);
    if (before.filter(one -> ended(one.report())).isPresent()) {
      return before.get().report();
    }
    return of(store.events(run));
  }

  /** The report of a run whose events are at hand. */
  Report of(List<Recorded> events) {
    var run = events.getFirst().run();
    var before = kept(run).filter(one -> one.events() == events.size());
    if (before.isPresent()) {
      return before.get().report();
    }
    var report = replay.report(events);
    keep(run, new Kept(report, events.size()));
    return report;
  }

  private static boolean ended(Report report) {
    return switch (report.run().state()) {
      case ENDED, CANCELLED -> true;
      case OPEN -> false;
    };
  }

  private synchronized Optional<Kept> kept(RunId run) {
    return Optional.ofNullable(kept.get(run));
  }

  private synchronized void keep(RunId run, Kept one) {
    kept.put(run, one);
    if (kept.size() > KEPT) {
      var eldest = kept.keySet().iterator().next();
      var _ = kept.remove(eldest);
    }
  }
}
