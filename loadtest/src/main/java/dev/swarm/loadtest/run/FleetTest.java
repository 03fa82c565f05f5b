package dev.swarm.loadtest.run;

import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Coordinator;
import dev.swarm.loadtest.process.Taken;
import dev.swarm.loadtest.result.Result;
import dev.swarm.loadtest.result.Result.Spread;
import dev.swarm.loadtest.scenario.Scenario;
import dev.swarm.protocol.Recorded;
import dev.swarm.router.waiting.SystemClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A load test of a fleet that is there: real audits by real machines. What other machines'
 * processes take is not seen from here, nor what their router does; the rest is as of any load
 * test.
 */
public final class FleetTest {
  private final SystemClock clock = new SystemClock();
  private final Passes passes = new Passes(clock);
  private final Scenario scenario;
  private final List<String> nodes;

  /**
   * @param scenario with the numbers of this fleet
   * @param nodes that are there
   */
  public FleetTest(Scenario scenario, List<String> nodes) {
    this.scenario = scenario;
    this.nodes = List.copyOf(nodes);
  }

  /**
   * Puts {@code audit} to the fleet, as often as the scenario says; blocks.
   *
   * @return empty if it was stopped
   */
  public Optional<Result> run(Coordinator coordinator, Audit audit, Consumer<Recorded> progress) {
    try {
      double load = Measuring.load();
      var own = Measuring.own();
      var began = clock.instant();
      var done = passes.during(scenario.duration(), coordinator, audit, progress);
      return passes.wanted()
          ? Optional.of(result(coordinator, began, done, load, Measuring.own().since(own)))
          : Optional.empty();
    } catch (TimeoutException e) {
      throw new LoadTestException("the fleet did not end its run", e);
    }
  }

  /** It is not wanted any more. */
  public void stop() {
    boolean _ = passes.stop();
  }

  private Result result(
      Coordinator coordinator, Instant began, List<Pass> done, double load, Taken own)
      throws TimeoutException {
    var tasks = new TaskFigures(scenario, nodes, began, done);
    double wall = Measuring.millis(Duration.between(began, done.getLast().ended()));
    return new Result(
        scenario.name(),
        Measuring.started(began),
        Measuring.setting(scenario, load),
        done.size(),
        tasks.succeeded(),
        tasks.failed(),
        tasks.failedByCause(),
        tasks.incomplete(),
        wall,
        tasks.ended() * 60_000.0 / wall,
        tasks.toolCalls(),
        tasks.turns(),
        tasks.times(),
        tasks.starts(),
        tasks.nodes(Measuring.loads(coordinator), (_, _) -> Taken.NOTHING, List.of()),
        Result.IdealMillis.UNKNOWN,
        0,
        (double) own.ownCpu() / Math.max(1, tasks.ended()),
        0,
        new Result.Coordinator(own.ownCpu(), own.resident(), Measuring.peakHeap()),
        Result.Router.UNKNOWN,
        new Result.Bus(0, 0, Spread.NONE, Map.of()),
        tasks.spans(Measuring.MOST_SPANS),
        List.of());
  }
}
