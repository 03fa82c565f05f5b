package dev.swarm.loadtest.bench;

import dev.swarm.router.scripted.ScriptedRouter;
import dev.swarm.router.scripted.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The router of a benchmark, in a process of its own; says where it listens, and serves on. */
public final class RouterProcess {
  private RouterProcess() {}

  /** Argument: {@code program}, or {@code file} for rounds that start none. */
  public static void main(String[] args) throws TimeoutException {
    var rounds =
        switch (args[0]) {
          case "program" -> RoundsBrain.Rounds.PROGRAM;
          case "file" -> RoundsBrain.Rounds.FILE;
          default -> throw new IllegalArgumentException("program or file, not " + args[0]);
        };
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    var router =
        ScriptedRouter.listen(vertx, Settings.STANDARD.keep(0), new RoundsBrain(rounds))
            .await(30, TimeUnit.SECONDS);
    System.out.println(router.url());
  }
}
