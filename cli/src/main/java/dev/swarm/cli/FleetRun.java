package dev.swarm.cli;

import dev.swarm.bus.Turned;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Run;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A run over a fleet, from joining it to the report and the exit code.
 *
 * @param viaServe a coordinator that stays leads it, and we follow; else we lead it ourselves, and
 *     one that stays only stands by
 */
record FleetRun(
    Surroundings here,
    Settings settings,
    RunStore store,
    Bus bus,
    Pace pace,
    Optional<Integer> atOnce,
    boolean viaServe,
    Talk talk,
    Presentation presentation) {

  /** A run of this command line. */
  static FleetRun of(
      Surroundings here,
      Settings settings,
      RunStore store,
      Bus bus,
      FleetTarget target,
      Talk talk,
      Presentation presentation) {
    boolean viaServe = target.viaServe() || ServeLock.isTaken(here, settings);
    return new FleetRun(
        here,
        settings,
        store,
        bus,
        target.pace(settings),
        target.atOnce(),
        viaServe,
        talk,
        presentation);
  }

  /** Runs it to its end, prints the report, and gives the exit code. */
  int go(Function<Settings, Audit> asked, Policy policy, LocalRun.Judgement judgement) {
    var looked = CompletableFuture.supplyAsync(() -> ModelNames.lookedAt(here, settings, bus));
    Settings known;
    var transcript = new Transcript();
    var troubles = new RouterTroubles();
    var bug = Optional.<Throwable>empty();
    var cut = Optional.<Exit>empty();
    try (var process = joined();
        var progress = talk.progress()) {
      if (!FleetCommand.somebody(process)) {
        here.say(FleetCommand.nobody(process));
        return Exit.INCOMPLETE.code();
      }
      known = looked.join();
      var audit = asked.apply(known);
      if (viaServe) {
        var ran = followed(process, audit, progress);
        ran.events().forEach(transcript.andThen(troubles));
        cut = ran.cut();
      } else {
        bug = end(process.coordinator().run(audit, transcript.andThen(troubles).andThen(progress)));
      }
      process.coordinator().turnedAway().told().ifPresent(here::say);
    } catch (ClusterException e) {
      return Failures.tell(here, e);
    }
    if (bug.isPresent() && transcript.events().isEmpty()) {
      return Failures.tell(here, bug.get());
    }
    if (cut.isPresent() && transcript.events().isEmpty()) {
      return gone(cut.get());
    }
    troubles.tell(here);
    var report = FleetSummary.of(here, known, report(transcript.events()));
    presentation.print(report, policy);
    if (cut.isPresent()) {
      return gone(cut.get());
    }
    return bug.map(failure -> Failures.tell(here, failure))
        .orElseGet(() -> judgement.code(report, transcript.events()));
  }

  /** Whoever led the run is silent, and so the report is of what was heard until then. */
  private int gone(Exit exit) {
    here.say(
        "the coordinator that led the run is gone, and nobody goes on with it: this is what is"
            + " known. Start swarm serve again where it ran; it goes on by itself, and swarm runs"
            + " and swarm show tell the rest there");
    return exit.code();
  }

  private Errand.Ran followed(
      CoordinatorProcess process, Audit audit, Consumer<Recorded> progress) {
    var leader = FleetCommand.standing(process);
    if (leader.isEmpty()) {
      throw new NobodyLeadsException();
    }
    var errand = new Errand(process.door(), process.coordinator(), leader.get(), progress);
    try (var _ = Interruption.of(here, errand::withdraw)) {
      return errand.run(audit, atOnce);
    }
  }

  private CoordinatorProcess joined() throws ClusterException {
    var key = FleetCommand.key(here, settings);
    return CoordinatorProcess.start(
        new CoordinatorProcess.Parts(
            bus,
            key,
            Whereabouts.passing(settings.fleet(), key.bundle().cluster(), here.state(settings)),
            Tenure.PASSING,
            store,
            pace,
            settings.fleet().nodes(),
            FleetCommand.lending(settings),
            this::turned,
            _ -> {},
            _ -> {}));
  }

  private void turned(Turned turned) {
    if (talk.verbose()) {
      new FleetLog(here).turned(turned);
    }
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
    return Remembered.report(here, store, events);
  }
}
