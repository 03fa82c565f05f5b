package dev.swarm.loadtest.fleet;

import dev.swarm.agent.ledger.DiskLedger;
import dev.swarm.agent.ledger.Ledger;
import dev.swarm.bus.Turned;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.loadtest.bench.Workshop;
import dev.swarm.router.waiting.SystemClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Many agents in one process: says so when all of them listen, and what it saw when it ends. */
public final class AgentsProcess {
  private static final int CAPACITY = 4;

  private AgentsProcess() {}

  /**
   * Arguments: {@code keys=FOLDER state=FOLDER process=NUMBER first=NUMBER last=NUMBER port=NUMBER
   * members=PORT,… router=URL}.
   */
  public static void main(String[] arguments)
      throws IOException, ClusterException, TimeoutException {
    var options = Options.of(arguments);
    var keys = new Keys(Path.of(options.text("keys")));
    var steady = new SystemClock();
    var probe = LoopProbe.start(steady);
    var local =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setInternalBlockingPoolSize(1));
    var membership =
        Membership.join(
            keys.read(Keys.member(options.number("process"))),
            options.number("port"),
            ports(options.text("members")));
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var machine =
        new Machine(
            local,
            membership,
            new Workshop(threads, steady),
            URI.create(options.text("router")),
            steady,
            "scripted",
            true,
            CAPACITY);
    var state = Path.of(options.text("state"));
    var _ = Files.createDirectories(state);
    var turned = new ConcurrentHashMap<String, Integer>();
    var starting =
        IntStream.rangeClosed(options.number("first"), options.number("last"))
            .mapToObj(number ->
                SimulatedAgent.start(
                    machine,
                    keys.read(Keys.agent(number)),
                    ledger(state, Keys.agent(number)),
                    one -> note(turned, one)))
            .toList();
    var _ = Future.all(starting).await(2, TimeUnit.MINUTES);
    probe.reset();
    System.out.println("ready");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> System.out.println(said(options.number("process"), probe, turned))));
  }

  static List<Integer> ports(String text) {
    return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }

  private static Ledger ledger(Path state, String agent) {
    return DiskLedger.open(
        state.resolve(agent + ".log"), InstantSource.system().instant(), System.err::println);
  }

  private static void note(Map<String, Integer> turned, Turned one) {
    var _ = turned.merge(one.why().id(), 1, Integer::sum);
  }

  private static String said(int process, LoopProbe probe, Map<String, Integer> turned) {
    return "agents process=%d longest-loop-task-ms=%d of-it-processor-ms=%d own-cpu-ms=%d turned-away=%s where=%s"
        .formatted(
            process,
            probe.longest().wall(),
            probe.longest().processor(),
            Footprint.cpuMillis(),
            turned,
            probe.longest().where());
  }
}
