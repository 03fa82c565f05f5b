package dev.swarm.loadtest.bench;

import dev.swarm.router.scripted.Capacity;
import dev.swarm.router.scripted.ScriptedRouter;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.scripted.Thinking;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The router of a benchmark, in a process of its own; says where it listens, serves on, and says at
 * its end what it saw.
 */
public final class RouterProcess {
  private RouterProcess() {}

  /**
   * Arguments: {@code program}, or {@code file} for rounds that start none, or {@code four-turns};
   * and, where it shall not answer at once, its slots and how many milliseconds it thinks.
   */
  public static void main(String[] args) throws TimeoutException {
    var rounds =
        switch (args[0]) {
          case "program" -> RoundsBrain.Rounds.PROGRAM;
          case "file" -> RoundsBrain.Rounds.FILE;
          case "four-turns" -> RoundsBrain.Rounds.FOUR_TURNS;
          default ->
              throw new IllegalArgumentException("program, file or four-turns, not " + args[0]);
        };
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    var router =
        ScriptedRouter.listen(vertx, settings(args), new RoundsBrain(rounds))
            .await(30, TimeUnit.SECONDS);
    System.out.println(router.url());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(said(router))));
  }

  private static Settings settings(String[] args) {
    var settings = Settings.STANDARD.keep(0);
    return args.length < 3
        ? settings
        : settings
            .capacity(Capacity.slots(Integer.parseInt(args[1])))
            .thinking(new Thinking.Fixed(Duration.ofMillis(Long.parseLong(args[2]))));
  }

  private static String said(ScriptedRouter router) {
    var saw = router.statistics();
    return "router requests=%d replies=%d refused=%d working-at-most=%d queued-at-most=%d busy-ms=%d"
        .formatted(
            saw.requests(),
            saw.replies(),
            saw.refused(),
            saw.working().most(),
            saw.queued().most(),
            saw.busy().toMillis());
  }
}
