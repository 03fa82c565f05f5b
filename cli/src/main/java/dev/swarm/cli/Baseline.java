package dev.swarm.cli;

import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import java.util.List;
import java.util.Optional;

/** What a run is compared with: the last one before it over the same machine. */
final class Baseline {
  private Baseline() {}

  /**
   * The report to compare with, if one is kept.
   *
   * @param events of the run
   * @throws dev.swarm.coordinator.store.StoreException if the store cannot be read
   */
  static Optional<Report> of(RunStore store, List<Recorded> events) {
    var first = events.getFirst();
    return first.event() instanceof Event.RunStarted started
        ? started.nodes().stream()
            .findFirst()
            .flatMap(node -> store.runs().baseline(first.run(), node))
            .map(before -> Merge.merge(store.events(before), Optional.empty()))
        : Optional.empty();
  }
}
