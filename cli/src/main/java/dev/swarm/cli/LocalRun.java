package dev.swarm.cli;

import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Run;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.report.Report;
import dev.swarm.protocol.Recorded;
import java.util.List;
import java.util.Optional;

/** A run on this machine, from what is asked to the report and the exit code. */
record LocalRun(Surroundings here, Opening opening, Bus bus, Talk talk, Presentation presentation) {

  /** What a finished run means for the shell. */
  @FunctionalInterface
  interface Judgement {
    int code(Report report, List<Recorded> events);
  }

  /** Runs it to its end, prints the report, and gives the exit code. */
  int go(Audit audit, Policy policy, Judgement judgement) {
    var transcript = new Transcript();
    var troubles = new RouterTroubles();
    var bug = Optional.<Throwable>empty();
    try (var station = Station.open(opening.parts(), bus, Tenure.LOCAL);
        var progress = talk.progress()) {
      bug = end(station.coordinator().run(audit, transcript.andThen(troubles).andThen(progress)));
    }
    if (bug.isPresent() && transcript.events().isEmpty()) {
      return Failures.tell(here, bug.get());
    }
    troubles.tell(here);
    var report = report(transcript.events());
    presentation.print(report, policy);
    return bug.map(failure -> Failures.tell(here, failure))
        .orElseGet(() -> judgement.code(report, transcript.events()));
  }

  /** Waits for the end; what went wrong in us is told after the report of what is known. */
  private Optional<Throwable> end(Run run) {
    try (var _ = Interruption.of(here, run::cancel)) {
      var _ = run.ended().await();
      var _ = run.told().await();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private Report report(List<Recorded> events) {
    return Remembered.report(here, opening.store(), events);
  }
}
