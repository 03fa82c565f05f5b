package dev.swarm.coordinator;

import dev.swarm.coordinator.life.Judgements;
import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.util.List;
import java.util.Optional;

/**
 * Makes the report of a kept run anew: the same bytes, whoever asks and whenever, for as long as
 * the run that it is compared with is kept. Blocks.
 */
public record Replay(RunStore store) {
  /**
   * The report of {@code run}, compared with the one before and with what operators had said.
   *
   * @throws dev.swarm.coordinator.store.StoreException if there is no such run, or it cannot be
   *     read, or is damaged
   */
  public Report report(RunId run) {
    return report(store.events(run));
  }

  /** The report of a run by its events. */
  public Report report(List<Recorded> events) {
    return Merge.merge(events, baseline(events), new Judgements(store.judgements()));
  }

  /**
   * What became of the findings from {@code before} to {@code after}, in the order asked.
   *
   * @throws dev.swarm.coordinator.store.StoreException if there is no such run, or it cannot be
   *     read, or is damaged
   */
  public Report.Changes between(RunId before, RunId after) {
    var earlier = Merge.merge(store.events(before), Optional.empty());
    return Merge.merge(store.events(after), Optional.of(earlier)).changes().orElseThrow();
  }

  /** What a run is compared with: the last one before it over the same machine, if it is kept. */
  public Optional<Report> baseline(List<Recorded> events) {
    var first = events.getFirst();
    return first.event() instanceof Event.RunStarted started
        ? started.nodes().stream()
            .findFirst()
            .flatMap(node -> store.runs().baseline(first.run(), node))
            .map(before -> Merge.merge(store.events(before), Optional.empty()))
        : Optional.empty();
  }
}
