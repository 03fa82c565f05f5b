package dev.swarm.loadtest.fleet;

import dev.swarm.loadtest.work.Rounds;
import dev.swarm.loadtest.work.ThinkTime;
import dev.swarm.loadtest.work.Workload;
import dev.swarm.protocol.Wire;
import dev.swarm.router.scripted.Capacity;
import dev.swarm.router.scripted.ScriptedRouter;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.scripted.Storm;
import dev.swarm.router.waiting.SystemClock;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The scripted router of a load test, a process of its own on a {@link Leash}. */
public final class LoadRouter {
  private LoadRouter() {}

  /**
   * Says its URL first, and a {@link RouterCount} whenever it is asked. Arguments: {@code
   * nodes=NUMBER tasks=NUMBER} (of each node) {@code rounds=LIST think=TIME seed=NUMBER
   * slots=NUMBER errors=PERCENT host=ADDRESS}.
   */
  public static void main(String[] arguments) {
    var options = Options.of(arguments);
    var clock = new SystemClock();
    var began = clock.instant();
    var router = new AtomicReference<ScriptedRouter>();
    Leash.hold(
        () -> {
          var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
          var brain = new TaskBrain(workload(options));
          router.set(
              ScriptedRouter.listen(vertx, settings(options, clock), brain)
                  .await(30, TimeUnit.SECONDS));
          return router.get().url().toString();
        },
        () ->
            Wire.encode(
                RouterCount.of(
                    router.get().statistics(), Duration.between(began, clock.instant()))));
  }

  static Workload workload(Options options) {
    return new Workload(
        options.number("nodes"),
        options.number("tasks"),
        Rounds.parse(options.text("rounds")),
        ThinkTime.parse(options.text("think")),
        Long.parseLong(options.text("seed")));
  }

  private static Settings settings(Options options, InstantSource clock) {
    double third = options.number("errors") / 300.0;
    return Settings.STANDARD
        .host(options.text("host"))
        .keep(0)
        .clock(clock)
        .capacity(Capacity.slots(options.number("slots")))
        .storm(new Storm(Long.parseLong(options.text("seed")), third, third, third, Duration.ZERO));
  }
}
