package dev.swarm.loadtest.fleet;

import dev.swarm.agent.ledger.DiskLedger;
import dev.swarm.agent.ledger.Ledger;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.loadtest.bench.Workshop;
import dev.swarm.loadtest.work.Workload;
import dev.swarm.router.waiting.SystemClock;
import dev.swarm.tools.host.LiveHost;
import dev.swarm.tools.process.Sandbox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Agents of a load test, one or many, a process of its own on a {@link Leash}. */
public final class LoadNodes {
  /** Every address has one; this one would be refused. */
  private static final int NO_PORT = 1;

  private final Options options;
  private final SystemClock steady = new SystemClock();
  private final Keys keys;
  private final Path state;
  private final Workload workload;

  private LoadNodes(Options options) {
    this.options = options;
    this.keys = new Keys(Path.of(options.text("keys")));
    this.state = Path.of(options.text("state"));
    this.workload = LoadRouter.workload(options);
  }

  /**
   * Says {@code ready} when all of its agents listen. Arguments: those of {@link LoadRouter} that
   * tell the work, and {@code keys=FOLDER state=FOLDER process=NUMBER first=NUMBER last=NUMBER
   * at=HOST:PORT members=HOST:PORT,… router=URL model=NAME mind=model|none warm-up=NUMBER
   * capacity=NUMBER sandbox=on|off}.
   */
  public static void main(String[] arguments) {
    Leash.hold(
        () -> {
          new LoadNodes(Options.of(arguments)).start();
          return "ready";
        },
        () -> "");
  }

  private void start() throws IOException, ClusterException, TimeoutException {
    var _ = Files.createDirectories(state);
    var local =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setInternalBlockingPoolSize(1));
    var membership =
        Membership.join(
            keys.read(Keys.member(options.number("process"))),
            HostPort.parse(options.text("at"), NO_PORT),
            members());
    var starting = new ArrayList<Future<Void>>();
    for (int node = options.number("first"); node <= options.number("last"); node++) {
      starting.add(agent(node, local, membership));
    }
    var _ = Future.all(starting).await(2, TimeUnit.MINUTES);
  }

  private List<HostPort> members() {
    return Arrays.stream(options.text("members").split(","))
        .map(one -> HostPort.parse(one, NO_PORT))
        .toList();
  }

  private Future<Void> agent(int node, Vertx local, Membership membership) throws IOException {
    var machine =
        new Machine(
            local,
            membership,
            workshop(node),
            URI.create(options.text("router")),
            steady,
            options.text("model"),
            options.text("mind").equals("model"),
            options.number("capacity"));
    var name = Keys.agent(node);
    return SimulatedAgent.start(machine, keys.read(name), ledger(name), _ -> {});
  }

  private Workshop workshop(int node) throws IOException {
    var folder = state.resolve(Keys.agent(node) + ".work");
    var host =
        options.text("sandbox").equals("on")
            ? LiveHost.sandboxed(folder)
            : new LiveHost(folder, () -> new Sandbox.None("a load test without one"));
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var tools = TaskTools.of(workload.tasks(node), options.number("warm-up"));
    return new Workshop(host, tools, threads, steady);
  }

  private Ledger ledger(String name) {
    return DiskLedger.open(
        state.resolve(name + ".log"), InstantSource.system().instant(), System.err::println);
  }
}
