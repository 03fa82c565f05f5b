package dev.swarm.cli;

import dev.swarm.bus.Turned;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Run;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Recorded;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

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
    Supplier<Heard> heard;
    try (var process = joined();
        var progress = talk.progress()) {
      if (!FleetCommand.somebody(process)) {
        here.say(FleetCommand.nobody(process));
        return Exit.INCOMPLETE.code();
      }
      var audit = asked.apply(looked.join());
      heard = viaServe ? followed(process, audit, progress) : led(process, audit, progress);
      process.coordinator().turnedAway().told().ifPresent(here::say);
    } catch (ClusterException e) {
      return Failures.tell(here, e);
    }
    return new FleetEnding(here, store, presentation, policy, judgement)
        .tell(looked.join(), heard.get());
  }

  /** Asked for once we have left: until then there may be more. */
  private Supplier<Heard> led(
      CoordinatorProcess process, Audit audit, Consumer<Recorded> progress) {
    var transcript = new Transcript();
    var bug = end(process.coordinator().run(audit, transcript.andThen(progress)));
    return () -> new Heard(transcript.events(), Optional.empty(), bug);
  }

  private Supplier<Heard> followed(
      CoordinatorProcess process, Audit audit, Consumer<Recorded> progress) {
    var leader = FleetCommand.standing(process);
    if (leader.isEmpty()) {
      throw new NobodyLeadsException();
    }
    var errand =
        new Errand(
            process.door(), process.coordinator()::staying, leader.get(), Errand.SILENCE, progress);
    try (var _ = Interruption.of(here, errand::withdraw)) {
      var heard = errand.run(audit, atOnce);
      return () -> heard;
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
}
