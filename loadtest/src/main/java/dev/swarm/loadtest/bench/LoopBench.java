package dev.swarm.loadtest.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.swarm.protocol.Outcome;
import dev.swarm.router.Model;
import dev.swarm.router.Tier;
import dev.swarm.router.endpoint.Clocks;
import dev.swarm.router.endpoint.Doors;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.Endpoints;
import dev.swarm.router.endpoint.KeyException;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.router.exchange.Exchange;
import dev.swarm.router.waiting.Bells;
import dev.swarm.router.waiting.SystemClock;
import dev.swarm.router.wire.Lessons;
import dev.swarm.router.wire.Profile;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The swarm's own loop against a router in another process: each task asks a model, runs the tool
 * that it names, three or four times, and ends when it says so. Prints a line for each round of
 * tasks; the first one is cold.
 */
public final class LoopBench {
  private LoopBench() {}

  /** Arguments: URL of the router, number of tasks, tasks at once, rounds of all tasks. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    int tasks = Integer.parseInt(args[1]);
    int atOnce = Integer.parseInt(args[2]);
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 1;
    InstantSource clock = new SystemClock();
    var begin = clock.instant();
    var vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true));
    var counting = new Counting(model(vertx, URI.create(args[0]), atOnce, clock));
    try (var acting = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = new Work(counting, acting, clock);
      double before = 0;
      for (int round = 1; round <= rounds; round++) {
        long calls = counting.calls();
        run(work, tasks, atOnce);
        var now = clock.instant();
        double cpu = ownCpuMillis();
        print(
            round,
            tasks,
            counting.calls() - calls,
            Duration.between(begin, now).toNanos() / 1e6,
            cpu - before);
        before = cpu;
        begin = now;
      }
    }
    System.exit(0);
  }

  private static void run(Work work, int tasks, int atOnce)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
      var all =
          IntStream.range(0, tasks).mapToObj(n -> threads.submit(() -> work.task(n))).toList();
      for (var task : all) {
        require(task.get());
      }
    }
  }

  /** A benchmark of work that was not done says nothing. */
  private static void require(Outcome outcome) {
    boolean whole =
        outcome instanceof Outcome.Completed completed
            && completed.thinking().lacking().isEmpty()
            && completed.effort().toolCalls() >= 3;
    if (!whole) {
      throw new IllegalStateException("a task was not worked to its end: " + outcome);
    }
  }

  private static Model model(Vertx vertx, URI url, int concurrency, InstantSource clock) {
    var endpoint =
        new Endpoint(
            "bench",
            url,
            "scripted",
            new KeySource.None(),
            Tier.LOCAL,
            concurrency,
            1_000,
            Clocks.STANDARD,
            OptionalInt.of(8192),
            Optional.empty(),
            Optional.empty(),
            Profile.STANDARD);
    var exchange = new Exchange(vertx, clock);
    return new Endpoints(
        List.of(endpoint),
        new Doors(
            exchange::attempt,
            (_, _) -> new dev.swarm.router.endpoint.Probing.Seen(false, OptionalInt.empty()),
            source -> {
              throw new KeyException("no key is configured");
            },
            Lessons::learned,
            Bells.real(),
            clock,
            () -> ThreadLocalRandom.current().nextDouble()));
  }

  private static void print(int round, int tasks, long calls, double wallMillis, double cpu) {
    System.out.printf(
        Locale.ROOT,
        "swarm round=%d tasks=%d wall-ms=%.0f own-cpu-ms-per-task=%.2f own-cpu-ms-per-turn=%.3f"
            + " tasks-per-second=%.1f model-calls-per-second=%.0f%n",
        round,
        tasks,
        wallMillis,
        cpu / tasks,
        cpu / calls,
        tasks * 1000.0 / wallMillis,
        calls * 1000.0 / wallMillis);
  }

  /** Of this process since it started, its children not counted. */
  private static double ownCpuMillis() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e6;
  }
}
