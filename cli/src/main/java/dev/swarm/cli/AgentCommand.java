package dev.swarm.cli;

import dev.swarm.agent.ledger.StateFolder;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.seal.RevocationFile;
import dev.swarm.protocol.Role;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code swarm agent}: this machine takes part in a fleet. */
@Command(
    name = "agent",
    description = "Makes this machine part of a fleet, until it is stopped.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped in good order",
      "2:usage or configuration, a key that cannot be used, a state folder in use",
      "70:a bug of ours",
      "130:stopped at once"
    },
    footerHeading = "%nExamples:%n",
    footer = {"  swarm agent --join 10.0.0.1 --key /etc/swarm/swarm.key", "  swarm agent"})
final class AgentCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final FleetOptions fleet = new FleetOptions();

  AgentCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = fleet.on(setup.settings());
    var file =
        settings
            .fleet()
            .key()
            .orElseThrow(() ->
                new UsageException(
                    "an agent needs the key of this machine: --key FILE, or fleet.key in"
                        + " swarm.yaml; make it where the authority is, with swarm keys enrol"));
    var folder = AgentState.folder(here, settings);
    try (var state = StateFolder.take(folder);
        var opening = Opening.passing(here, settings, "an agent keeps no runs")) {
      var revoked = new RevocationFile(folder.resolve(RevocationFile.NAME));
      var key = FleetKey.of(here, file, Role.NODE, Optional.of(revoked), new SystemClock());
      opening.knowledge().problems().forEach(problem -> here.say("ignored: " + problem));
      return run(new AgentProcess.Parts(here, settings, opening, key, state));
    }
  }

  private int run(AgentProcess.Parts parts) throws InterruptedException {
    var asked = new CountDownLatch(1);
    try (var _ = Interruption.of(here, asked::countDown);
        var agent = AgentProcess.start(parts)) {
      here.say("agent of " + parts.key().name() + " listens at " + agent.address());
      asked.await();
      here.say("stopping: what runs may end, what is known is delivered");
      agent.drain();
      return Exit.DONE.code();
    } catch (ClusterException e) {
      return Failures.tell(here, e);
    }
  }
}
