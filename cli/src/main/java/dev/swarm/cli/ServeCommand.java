package dev.swarm.cli;

import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Run;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.store.RunStore;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code swarm serve}: a coordinator that stays. */
@Command(
    name = "serve",
    description =
        "Coordinates the fleet until it is stopped: leads runs that are handed to it, and takes"
            + " over those whose coordinator is gone.",
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

  ServeCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = fleet.on(setup.settings());
    try (var _ = ServeLock.take(here, settings);
        var store = Opening.staying(here, settings)) {
      return serve(settings, store);
    } catch (ClusterException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private int serve(Settings settings, RunStore store)
      throws ClusterException, InterruptedException {
    var log = new FleetLog(here);
    var asked = new CountDownLatch(1);
    var key = FleetCommand.key(here, settings);
    var parts =
        new CoordinatorProcess.Parts(
            Bus.starting(),
            key,
            Whereabouts.staying(settings.fleet(), key.bundle().cluster()),
            Tenure.STANDING,
            store,
            Pace.standard(),
            settings.fleet().nodes(),
            FleetCommand.lending(settings),
            log::turned,
            log::happened,
            this::tookOver);
    try (var _ = Interruption.of(here, asked::countDown);
        var process = CoordinatorProcess.start(parts)) {
      here.say("coordinator " + key.name() + " listens at " + process.address());
      asked.await();
      here.say("stopping: whoever stands by goes on with what is open");
      return Exit.DONE.code();
    }
  }

  private void tookOver(Run run) {
    here.say("took over run " + run.id());
    var _ =
        run.ended()
            .onSuccess(id -> here.say("run " + id + " has ended; swarm show " + id))
            .onFailure(failure -> here.say("run " + run.id() + ": " + failure.getMessage()));
  }
}
