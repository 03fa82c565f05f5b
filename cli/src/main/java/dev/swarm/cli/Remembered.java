package dev.swarm.cli;

import dev.swarm.coordinator.Replay;
import dev.swarm.coordinator.life.Judgements;
import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.protocol.Recorded;
import java.util.List;
import java.util.Optional;

/** The report of a run that has just ended, with as much as can be had of what is remembered. */
final class Remembered {
  private Remembered() {}

  /** The report; what could not be had is said, and the report is made without it. */
  static Report report(Surroundings here, RunStore store, List<Recorded> events) {
    Optional<Report> before = Optional.empty();
    var judgements = Judgements.NONE;
    try {
      judgements = new Judgements(store.judgements());
      before = new Replay(store).baseline(events);
    } catch (StoreException e) {
      if (store.notKept().isEmpty()) {
        here.say("this run is compared with none before it: " + e.getMessage());
      }
    }
    store.notKept().ifPresent(reason -> here.say("this run is not kept: " + reason));
    return Merge.merge(events, before, judgements);
  }
}
