package dev.swarm.loadtest.run;

import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.loadtest.fleet.Keys;
import dev.swarm.loadtest.fleet.TaskTools;
import dev.swarm.loadtest.result.Result;
import dev.swarm.loadtest.scenario.Order;
import dev.swarm.loadtest.scenario.Scenario;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Recorded;
import dev.swarm.router.waiting.Bells;
import dev.swarm.router.waiting.SystemClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One load test, from nothing to its result. {@link #stop} may be called from any thread. */
public final class LoadTest {
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration COMING = Duration.ofMinutes(3);
  private static final Budget BUDGET =
      new Budget(80, 256, 2_000_000, Duration.ofMinutes(30), 16L << 20);

  private final SystemClock clock = new SystemClock();
  private final Passes passes = new Passes(clock);
  private final Scenario scenario;
  private final Brains brains;
  private final Path base;
  private final Consumer<String> talk;
  private final Consumer<Recorded> progress;
  private final List<String> nodes;
  private Optional<Grounds> raised = Optional.empty();

  /**
   * @param base folder below which it keeps what it needs while it runs
   * @param talk hears how far it is
   * @param progress hears what happens in the passes that are measured; must not block
   */
  public LoadTest(
      Scenario scenario,
      Brains brains,
      Path base,
      Consumer<String> talk,
      Consumer<Recorded> progress) {
    this.scenario = scenario;
    this.brains = brains;
    this.base = base;
    this.talk = talk;
    this.progress = progress;
    this.nodes = IntStream.rangeClosed(1, scenario.nodes()).mapToObj(Keys::agent).toList();
  }

  /**
   * Runs it to its end, with everything taken down again; blocks.
   *
   * @return empty if it was stopped
   * @throws LoadTestException if the fleet did not come up, or a process of it ended
   */
  public Optional<Result> run() throws InterruptedException {
    var meter = new Meter(clock);
    try (var folders = Folders.make(base);
        var grounds = begun(new Grounds(scenario, folders))) {
      grounds.raise(brains, clock, meter::on);
      awaitFleet(grounds);
      talk.accept(scenario.nodes() + " agents are there");
      warmUp(grounds);
      return passes.wanted() ? measure(grounds, meter) : Optional.empty();
    } catch (IOException | ClusterException | TimeoutException e) {
      if (!passes.wanted()) {
        return Optional.empty();
      }
      throw new LoadTestException("could not run the load test: " + e.getMessage(), e);
    }
  }

  /** It is not wanted any more; what was begun is taken down. */
  public synchronized void stop() {
    if (!passes.stop()) {
      raised.ifPresent(Grounds::abandon);
    }
  }

  private synchronized Grounds begun(Grounds grounds) {
    raised = Optional.of(grounds);
    return grounds;
  }

  private void awaitFleet(Grounds grounds)
      throws InterruptedException, TimeoutException, IOException {
    var coordinator = grounds.leader().coordinator();
    coordinator.expect(nodes);
    var until = clock.instant().plus(COMING);
    while (passes.wanted()) {
      var views = coordinator.nodes().await(30, TimeUnit.SECONDS);
      long present = views.stream().filter(view -> view.state() == NodeView.State.PRESENT).count();
      if (present == nodes.size()) {
        return;
      }
      if (clock.instant().isAfter(until)) {
        throw new IOException(
            "only %d of %d agents were heard within %d s"
                .formatted(present, nodes.size(), COMING.toSeconds()));
      }
      Bells.real().pause(LOOK, clock);
    }
  }

  /** What the first of everything costs is not what a fleet that runs costs. */
  private void warmUp(Grounds grounds) throws TimeoutException {
    var coordinator = grounds.leader().coordinator();
    if (scenario.warmUp() > 0 && passes.wanted()) {
      talk.accept("warming up");
      var _ = passes.once(coordinator, audit(TaskTools.warming(scenario.warmUp())), _ -> {});
    }
    if (scenario.order() == Order.LONGEST_FIRST && passes.wanted()) {
      talk.accept("learning how long tasks take");
      var _ = passes.once(coordinator, audit(areas()), _ -> {});
    }
  }

  private Optional<Result> measure(Grounds grounds, Meter meter)
      throws IOException, InterruptedException, TimeoutException {
    var coordinator = grounds.leader().coordinator();
    var measuring = Measuring.begin(scenario, grounds, meter);
    var began = clock.instant();
    try (var _ = Ramp.begin(coordinator, scenario.concurrency(), scenario.ramp(), clock);
        var misfortune = Misfortune.begin(scenario.faults(), grounds, clock, scenario.seed())) {
      var done = passes.during(scenario.duration(), coordinator, audit(areas()), progress);
      if (!passes.wanted()) {
        return Optional.empty();
      }
      var result = measuring.end(began, done, misfortune.happened());
      return Optional.of(brains instanceof Brains.Real ? result.withoutIdeal() : result);
    }
  }

  private List<Area> areas() {
    int each = scenario.tasks() / scenario.nodes();
    return IntStream.rangeClosed(1, each).mapToObj(TaskTools::area).toList();
  }

  private Audit audit(List<Area> areas) {
    return new Audit(nodes, areas, List.of(), BUDGET, Passes.LONGEST, "scripted");
  }
}
