package dev.swarm.loadtest.run;

import dev.swarm.coordinator.Coordinator;
import dev.swarm.loadtest.fleet.Keys;
import dev.swarm.loadtest.fleet.RouterCount;
import dev.swarm.loadtest.process.Child;
import dev.swarm.loadtest.process.Taken;
import dev.swarm.loadtest.result.Result;
import dev.swarm.loadtest.scenario.Mind;
import dev.swarm.loadtest.scenario.Scenario;
import dev.swarm.loadtest.work.Ideal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the processes of a load test took from one moment on, and what that makes of its passes. */
final class Measuring {
  static final int MOST_SPANS = 4_000;

  private final Scenario scenario;
  private final Grounds grounds;
  private final Meter meter;
  private final double loadBefore = load();
  private final Optional<RouterCount> routerBefore;
  private final Taken ownBefore = own();
  private final Map<Long, Taken> agentsBefore = new HashMap<>();

  private Measuring(Scenario scenario, Grounds grounds, Meter meter) throws IOException {
    this.scenario = scenario;
    this.grounds = grounds;
    this.meter = meter;
    this.routerBefore = grounds.routerCount();
    grounds.agents().forEach(child -> agentsBefore.put(child.pid(), Taken.by(child.pid())));
  }

  /** From now on. */
  static Measuring begin(Scenario scenario, Grounds grounds, Meter meter) throws IOException {
    var measuring = new Measuring(scenario, grounds, meter);
    meter.reset();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    return measuring;
  }

  /** Until now. */
  Result end(Instant began, List<Pass> passes, List<Result.Fault> faults)
      throws IOException, TimeoutException {
    var bus = meter.count();
    var own = own().since(ownBefore);
    var agents = grounds.agents().stream().map(this::taken).toList();
    var tasks = new TaskFigures(scenario, names(), began, passes);
    double wall = millis(Duration.between(began, passes.getLast().ended()));
    var router = router(grounds.routerCount());
    long cpu = own.ownCpu() + agents.stream().mapToLong(Taken::ownCpu).sum();
    long commands = agents.stream().mapToLong(Taken::childCpu).sum();
    return new Result(
        scenario.name(),
        started(began),
        setting(scenario, loadBefore),
        passes.size(),
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
        tasks.nodes(loads(grounds.leader().coordinator()), this::share, agents),
        ideal(passes.size()),
        router.busyMillis() / (scenario.slots() * wall),
        (double) cpu / Math.max(1, tasks.ended()),
        (double) commands / Math.max(1, tasks.ended()),
        new Result.Coordinator(own.ownCpu(), own.resident(), peakHeap()),
        router,
        bus,
        tasks.spans(MOST_SPANS),
        faults);
  }

  private List<String> names() {
    return IntStream.rangeClosed(1, scenario.nodes()).mapToObj(Keys::agent).toList();
  }

  private Taken taken(Child child) {
    return Taken.by(child.pid()).since(agentsBefore.getOrDefault(child.pid(), Taken.NOTHING));
  }

  /** The part of a node, from 1, in what its process took. */
  private Taken share(int node, List<Taken> agents) {
    int process = ((node * scenario.processes() - 1) / scenario.nodes());
    int before = process * scenario.nodes() / scenario.processes();
    int last = (process + 1) * scenario.nodes() / scenario.processes();
    return agents.get(process).share(last - before);
  }

  static Map<String, Double> loads(Coordinator coordinator) throws TimeoutException {
    return coordinator.nodes().await(30, TimeUnit.SECONDS).stream()
        .collect(Collectors.toMap(view -> view.node(), view -> view.load()));
  }

  static Result.Setting setting(Scenario scenario, double loadBefore) {
    return new Result.Setting(
        scenario.nodes(),
        scenario.tasks(),
        scenario.concurrency(),
        scenario.slots(),
        scenario.rounds().text(),
        scenario.mind() == Mind.NONE ? "no model" : scenario.think().text(),
        scenario.seed(),
        scenario.isolation().id(),
        scenario.processes(),
        scenario.sandbox(),
        scenario.order().id(),
        scenario.faults().text(),
        Runtime.getRuntime().availableProcessors(),
        loadBefore,
        load());
  }

  private Result.IdealMillis ideal(int passes) {
    var ideal = Ideal.of(scenario.workload().tasks(), scenario.concurrency(), scenario.slots());
    return new Result.IdealMillis(
        passes * millis(ideal.lowerBound()),
        passes * millis(ideal.firstCome()),
        passes * millis(ideal.longestFirst()));
  }

  private Result.Router router(Optional<RouterCount> now) {
    if (now.isEmpty() || routerBefore.isEmpty()) {
      return Result.Router.UNKNOWN;
    }
    var after = now.get();
    var before = routerBefore.get();
    var load =
        after.load().stream()
            .filter(one -> one.atMillis() >= before.atMillis())
            .map(one ->
                new Result.Load(one.atMillis() - before.atMillis(), one.working(), one.waiting()))
            .toList();
    return new Result.Router(
        after.requests() - before.requests(),
        after.replies() - before.replies(),
        after.refused() - before.refused(),
        after.aborted() - before.aborted(),
        after.busyMillis() - before.busyMillis(),
        after.bytesIn() - before.bytesIn(),
        after.bytesOut() - before.bytesOut(),
        load.stream().mapToInt(Result.Load::working).max().orElse(0),
        load.stream().mapToInt(Result.Load::waiting).max().orElse(0),
        load);
  }

  static String started(Instant began) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        began.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  static Taken own() {
    return Taken.by(ProcessHandle.current().pid());
  }

  static long peakHeap() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
