package dev.swarm.cli;

import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.coordinator.store.PassingStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code swarm nodes}: who belongs to the fleet, and how are they? */
@Command(
    name = "nodes",
    description = "Lists the nodes of the fleet: their state, load, and what each cannot do.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every node is there",
      "2:usage or configuration",
      "3:a node is missing, or nobody answers",
      "4:a node does not take our commands"
    })
final class NodesCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final FleetOptions fleet = new FleetOptions();

  @Parameters(
      paramLabel = "NODE",
      arity = "0..*",
      description = "Tell all about these nodes; default: a line for each.")
  private List<String> names = List.of();

  @Option(
      names = "--output",
      order = 20,
      paramLabel = "FORMAT",
      description = "text or json; default text.")
  private String output = "text";

  @Option(
      names = "--verbose",
      order = 30,
      description = "Tell of each node which tools it lacks, and why.")
  private boolean verbose;

  NodesCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var settings = fleet.on(setup.settings());
    if (!output.equals("text") && !output.equals("json")) {
      throw new UsageException("--output is text or json, not '" + output + "'");
    }
    var key = FleetCommand.key(here, settings);
    var options =
        Whereabouts.passing(settings.fleet(), key.bundle().cluster(), here.state(settings));
    var parts =
        new CoordinatorProcess.Parts(
            Bus.starting(),
            key,
            options,
            Tenure.PASSING,
            new PassingStore("a look at the nodes is no run"),
            Pace.standard(),
            settings.fleet().nodes(),
            Optional.empty(),
            _ -> {},
            _ -> {},
            _ -> {});
    try (var process = CoordinatorProcess.start(parts)) {
      return show(FleetCommand.gathered(process), process);
    } catch (ClusterException e) {
      return Failures.tell(here, e);
    }
  }

  private int show(List<NodeView> all, CoordinatorProcess process) {
    var nodes =
        all.stream().filter(node -> names.isEmpty() || names.contains(node.node())).toList();
    names.stream()
        .filter(name -> all.stream().noneMatch(node -> node.node().equals(name)))
        .findFirst()
        .ifPresent(name -> {
          throw new UsageException("there is no node " + name + " in the fleet");
        });
    here.out()
        .print(
            output.equals("json")
                ? NodesJson.of(nodes, process.cluster().strangers())
                : NodesText.of(nodes, process.cluster().strangers(), verbose || !names.isEmpty()));
    process.coordinator().turnedAway().told().ifPresent(here::say);
    if (all.isEmpty()) {
      here.say(FleetCommand.nobody(process));
      return Exit.INCOMPLETE.code();
    }
    return exit(nodes).code();
  }

  private static Exit exit(List<NodeView> nodes) {
    var states = nodes.stream().map(NodeView::state).toList();
    if (states.contains(NodeView.State.REFUSING)) {
      return Exit.REFUSED;
    }
    boolean well =
        states.stream()
            .allMatch(state -> state == NodeView.State.PRESENT || state == NodeView.State.LEAVING);
    return well ? Exit.DONE : Exit.INCOMPLETE;
  }
}
