package dev.swarm.cli;

import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.coordinator.store.PassingStore;
import dev.swarm.loadtest.result.Result;
import dev.swarm.loadtest.run.FleetTest;
import dev.swarm.loadtest.scenario.Scenario;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import java.util.List;
import java.util.Optional;

/**
 * A load test of the fleet that swarm.yaml names: an audit of everybody who is there, a task for
 * each of its areas, as often as the scenario says. Nothing is kept of its runs.
 */
record LoadtestFleet(Surroundings here, Settings settings, Scenario scenario, Talk talk) {
  /** Joins, runs it to its end, and leaves; blocks. */
  Optional<Result> run() {
    try (var store = new PassingStore("a load test keeps no runs");
        var process = CoordinatorProcess.start(parts(store))) {
      var nodes =
          FleetCommand.gathered(process).stream()
              .filter(node -> node.state() == NodeView.State.PRESENT)
              .map(NodeView::node)
              .toList();
      if (nodes.isEmpty()) {
        throw new UsageException(FleetCommand.nobody(process));
      }
      return run(process, nodes);
    } catch (ClusterException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private Optional<Result> run(CoordinatorProcess process, List<String> nodes) {
    var areas = areas();
    var audit =
        new Audit(
            nodes,
            areas,
            List.of(),
            Budget.standard(settings.modelTimeout()),
            settings.modelTimeout(),
            ModelNames.mind(settings));
    var test = new FleetTest(scenario.over(nodes.size(), nodes.size() * areas.size()), nodes);
    try (var _ = Interruption.of(here, test::stop);
        var progress = talk.progress()) {
      return test.run(process.coordinator(), audit, progress);
    }
  }

  private List<Area> areas() {
    return settings.areas().isEmpty()
        ? Knowledge.of(settings).checks().areas()
        : settings.areas().stream().map(Area::new).toList();
  }

  private CoordinatorProcess.Parts parts(PassingStore store) {
    var key = FleetCommand.key(here, settings);
    var standard = Pace.standard();
    return new CoordinatorProcess.Parts(
        Bus.starting(),
        key,
        Whereabouts.passing(settings.fleet(), key.bundle().cluster(), here.state(settings)),
        Tenure.PASSING,
        store,
        new Pace(
            standard.answer(),
            standard.retry(),
            standard.joining(),
            standard.grace(),
            standard.farewell(),
            standard.tries(),
            scenario.concurrency()),
        settings.fleet().nodes(),
        FleetCommand.lending(settings),
        _ -> {},
        _ -> {},
        _ -> {});
  }
}
