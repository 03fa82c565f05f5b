package dev.swarm.cli;

import dev.swarm.bus.cluster.ClusterEvent;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.coordinator.Leftovers;
import dev.swarm.coordinator.Run;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.http.HttpSettings;
import dev.swarm.coordinator.http.Self;
import dev.swarm.coordinator.store.SqliteStore;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code swarm serve}: a coordinator that stays. */
@Command(
    name = "serve",
    description =
        "Coordinates the fleet, or this machine where there is none, until it is stopped: leads"
            + " runs that are handed to it, takes over those whose coordinator is gone, and serves"
            + " the API and the dashboard.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped in good order",
      "2:usage or configuration, a key that cannot be used, a state folder in use",
      "70:a bug of ours",
      "130:stopped at once"
    })
final class ServeCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final FleetOptions fleet = new FleetOptions();
  @Mixin private final HttpOptions web = new HttpOptions();

  ServeCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() throws Exception {
    var settings = fleet.on(setup.settings());
    var http = web.settings(here, settings);
    try (var lock = ServeLock.take(here, settings);
        var store = Opening.staying(here, settings)) {
      return FleetCommand.fleet(here, settings)
          ? serve(settings, http, store, lock)
          : new LocalServe(here, settings, http, store, lock).go();
    } catch (ClusterException e) {
      return Failures.tell(here, e);
    }
  }

  private int serve(
      Settings settings, Optional<HttpSettings> http, SqliteStore store, ServeLock lock)
      throws Exception {
    var log = new FleetLog(here);
    var asked = new CountDownLatch(1);
    var joined = new AtomicBoolean(true);
    var key = FleetCommand.key(here, settings);
    var knowledge = Knowledge.of(settings);
    knowledge.problems().forEach(problem -> here.say("ignored: " + problem));
    var bus = Bus.starting();
    var mind = LearntMind.of(here, settings, bus);
    var scheduled = ScheduledAudits.of(settings, knowledge.checks(), Optional.empty(), mind);
    var parts =
        new CoordinatorProcess.Parts(
            bus,
            key,
            Whereabouts.staying(settings.fleet(), key.bundle().cluster(), here.state(settings)),
            Tenure.STANDING,
            store,
            FleetTarget.usual(settings),
            settings.fleet().nodes(),
            FleetCommand.lending(settings),
            log::turned,
            event -> {
              log.happened(event);
              joined.set(joined(event, joined.get()));
            },
            this::tookOver);
    try (var _ = Interruption.of(here, asked::countDown);
        var process = CoordinatorProcess.start(parts);
        var _ = Sweep.begin(here, new Leftovers(store, new SystemClock(), Sweep::alive, false));
        var upkeep =
            Upkeep.start(
                new Upkeep.Parts(
                    here,
                    settings,
                    scheduled,
                    process.coordinator(),
                    process.session(),
                    key.name(),
                    store,
                    store.lives(),
                    Timers.of(bus.vertx(), new SystemClock())));
        var _ =
            new Serving(
                    here,
                    settings,
                    new Self(key.name(), Version.text(), process.session(), true),
                    process.coordinator(),
                    store,
                    new AskedAudits(settings, knowledge.checks(), Optional.empty(), mind),
                    new FleetRouters(settings.routers(), process.coordinator()),
                    upkeep::schedules,
                    joined::get)
                .start(http, lock)) {
      here.say("coordinator " + key.name() + " listens at " + process.address());
      asked.await();
      here.say("stopping: whoever stands by goes on with what is open");
      return Exit.DONE.code();
    }
  }

  private static boolean joined(ClusterEvent event, boolean before) {
    return switch (event) {
      case ClusterEvent.Rejoining _, ClusterEvent.StillOut _ -> false;
      case ClusterEvent.Rejoined _ -> true;
      case ClusterEvent.Came _, ClusterEvent.Went _, ClusterEvent.Intruded _ -> before;
    };
  }

  private void tookOver(Run run) {
    here.say("took over run " + run.id());
    tellEnd(here, run);
  }

  /** Says how a run ends that nobody here asked for. */
  static void tellEnd(Surroundings here, Run run) {
    var _ =
        run.ended()
            .onSuccess(id -> here.say("run " + id + " has ended; swarm show " + id))
            .onFailure(failure -> here.say("run " + run.id() + ": " + failure.getMessage()));
  }
}
