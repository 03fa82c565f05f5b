package dev.swarm.cli;

import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.store.RunStore;

/** Tells what a run of a fleet brought, however much was heard of it: the report, then the rest. */
record FleetEnding(
    Surroundings here,
    RunStore store,
    Presentation presentation,
    Policy policy,
    LocalRun.Judgement judgement) {

  /** Prints the report, if there is anything to report, and gives the exit code. */
  int tell(Settings settings, Heard heard) {
    if (heard.events().isEmpty() && heard.bug().isPresent()) {
      return Failures.tell(here, heard.bug().get());
    }
    if (heard.events().isEmpty() && heard.cut().isPresent()) {
      return cut(heard.cut().get());
    }
    var troubles = new RouterTroubles();
    heard.events().forEach(troubles);
    troubles.tell(here);
    var report = Remembered.report(here, store, heard.events());
    boolean waits = heard.cut().filter(Heard.Cut.LEFT::equals).isEmpty();
    var told = waits ? FleetSummary.of(here, settings, report) : report;
    presentation.print(told, policy);
    if (heard.cut().isPresent()) {
      return cut(heard.cut().get());
    }
    return heard
        .bug()
        .map(failure -> Failures.tell(here, failure))
        .orElseGet(() -> judgement.code(told, heard.events()));
  }

  private int cut(Heard.Cut cut) {
    here.say(cut.words());
    return cut.exit().code();
  }
}
