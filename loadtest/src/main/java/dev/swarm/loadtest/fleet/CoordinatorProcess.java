package dev.swarm.loadtest.fleet;

import dev.swarm.bus.Door;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.seal.Cards;
import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.bus.seal.Revocations;
import dev.swarm.bus.seal.SignedSeal;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.CoordinatorDoorkeeper;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.coordinator.lease.Lending;
import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Wire;
import dev.swarm.router.permit.Cap;
import dev.swarm.router.permit.Limits;
import dev.swarm.router.permit.Use;
import dev.swarm.router.waiting.Bells;
import dev.swarm.router.waiting.SystemClock;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * The coordinator of a simulated fleet: waits until all of it is there, audits it several times,
 * and says what each audit came to.
 */
public final class CoordinatorProcess {
  private static final int TURNS = 4;
  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Options options;
  private final InstantSource steady = new SystemClock();
  private final LoopProbe probe = LoopProbe.start(steady);
  private final List<String> nodes;
  private final List<Long> agents;
  private final long router;
  private final Coordinator coordinator;

  private CoordinatorProcess(Options options) throws ClusterException, TimeoutException {
    this.options = options;
    this.nodes = IntStream.rangeClosed(1, options.number("agents")).mapToObj(Keys::agent).toList();
    this.agents = Arrays.stream(options.text("agent-pids").split(",")).map(Long::valueOf).toList();
    this.router = options.number("router-pid");
    var bundle = new Keys(Path.of(options.text("keys"))).coordinator();
    var local =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setInternalBlockingPoolSize(1));
    var membership =
        Membership.join(
            bundle, options.number("port"), AgentsProcess.ports(options.text("members")));
    var door = door(bundle, membership);
    membership.hang(door);
    this.coordinator = coordinator(local, door);
    var _ = door.attach(membership.bus()).await(30, TimeUnit.SECONDS);
    coordinator.open();
    coordinator.expect(nodes);
  }

  /**
   * Arguments: {@code keys=FOLDER state=FOLDER agents=NUMBER slots=NUMBER think=MILLIS
   * at-once=NUMBER rounds=NUMBER port=NUMBER members=PORT,… router-pid=NUMBER agent-pids=NUMBER,…
   * json=FILE}.
   */
  public static void main(String[] arguments)
      throws ClusterException, TimeoutException, InterruptedException, IOException {
    var options = Options.of(arguments);
    var process = new CoordinatorProcess(options);
    process.awaitFleet();
    var all = new ArrayList<Figures>();
    for (int round = 1; round <= options.number("rounds"); round++) {
      var figures = process.audit(round);
      System.out.println(figures.text());
      all.add(figures);
    }
    var _ = Files.writeString(Path.of(options.text("json")), Wire.encode(all) + "\n");
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static Door door(KeyBundle bundle, Membership membership) {
    var cards =
        new Cards(bundle.authority(), Revocations.none(bundle.authority()), InstantSource.system());
    var seal = new SignedSeal(bundle, cards);
    var session = seal.own().process();
    return new Door(
        membership.bus(),
        seal,
        new CoordinatorDoorkeeper(session),
        List.of(Addresses.coordinator(session), Addresses.BEATS, Addresses.COORDINATORS),
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("inbox").daemon().factory()),
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("outbox").daemon().factory()),
        turned -> System.err.println("turned away: " + turned));
  }

  private Coordinator coordinator(Vertx local, Door door) {
    var standard = Pace.standard();
    var pace =
        new Pace(
            standard.answer(),
            standard.retry(),
            standard.joining(),
            standard.grace(),
            standard.farewell(),
            standard.tries(),
            options.number("at-once"));
    var made =
        new Coordinator(
            local,
            door,
            new SqliteStore(Path.of(options.text("state")), SqliteStore.KEPT_RUNS),
            Timers.of(local, InstantSource.system()),
            pace,
            "simulated",
            Tenure.STANDING,
            Optional::empty);
    var call = new Use(1, 8192, BigDecimal.ZERO);
    made.lend(
        new Lending(
            Map.of(Machine.ROUTER, options.number("slots")),
            new Limits(Cap.NONE, Cap.NONE, Cap.NONE, Cap.NONE, call)));
    return made;
  }

  private void awaitFleet() throws InterruptedException, TimeoutException {
    var began = steady.instant();
    while (true) {
      var views = coordinator.nodes().await(30, TimeUnit.SECONDS);
      long present = views.stream().filter(view -> view.state() == NodeView.State.PRESENT).count();
      if (present == nodes.size()) {
        System.out.printf(
            "%d agents are there, %.1f s after they were called%n",
            present, Duration.between(began, steady.instant()).toMillis() / 1000.0);
        return;
      }
      Bells.real().pause(LOOK, steady);
    }
  }

  private Figures audit(int round) throws TimeoutException {
    var count = new Count();
    var _ = Footprint.heapAfterCollection();
    Footprint.forget();
    probe.reset();
    long cpu = Footprint.cpuMillis();
    long others = Footprint.cpuMillis(agents);
    long router = Footprint.cpuMillis(List.of(this.router));
    var began = steady.instant();
    var audit =
        new Audit(
            nodes,
            List.of(new Area("storage")),
            List.of(),
            Budget.standard(Duration.ofMinutes(2)),
            DEADLINE,
            "scripted");
    var run = coordinator.run(audit, count);
    var id = run.ended().await(DEADLINE.toSeconds() + 60, TimeUnit.SECONDS);
    var gathered = steady.instant();
    long used = Footprint.cpuMillis() - cpu;
    long usedByAgents = Footprint.cpuMillis(agents) - others;
    long usedByRouter = Footprint.cpuMillis(List.of(this.router)) - router;
    var longest = probe.longest();
    if (longest.wall() > 100) {
      System.out.println("longest task of a loop: " + longest.where());
    }
    var report = Merge.merge(coordinator.events(id), Optional.empty());
    var merged = steady.instant();
    if (report.nodes().size() != nodes.size()) {
      throw new IllegalStateException("the report has " + report.nodes().size() + " nodes");
    }
    long peak = Footprint.peakHeap();
    int slots = options.number("slots");
    return new Figures(
        round,
        nodes.size(),
        slots,
        Duration.between(began, gathered).toMillis(),
        (long) nodes.size() * TURNS * options.number("think") / slots,
        Duration.between(gathered, merged).toMillis(),
        count.completed,
        count.failed,
        count.lacking,
        count.calls(),
        count.fewest(),
        count.most(),
        peak,
        Footprint.heapAfterCollection(),
        longest.wall(),
        longest.processor(),
        used,
        usedByAgents,
        usedByRouter,
        count.events);
  }
}
