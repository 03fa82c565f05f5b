package dev.swarm.cli;

import dev.swarm.router.scripted.Brain;
import dev.swarm.router.scripted.Script;
import dev.swarm.router.scripted.ScriptedRouter;
import dev.swarm.router.scripted.Settings;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A scripted router with a Vert.x of its own, for the length of a test. */
public final class Scripted implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final ScriptedRouter router;

  private Scripted(Settings settings, Brain brain) throws Exception {
    router = ScriptedRouter.listen(vertx, settings, brain).await(10, TimeUnit.SECONDS);
  }

  /** One that looks at what the checks saw, and has nothing to add. */
  public static Scripted router(Settings settings) throws Exception {
    return new Scripted(settings, Script.begin().concludes("Nothing to add.").end());
  }

  static Scripted router(Settings settings, Brain brain) throws Exception {
    return new Scripted(settings, brain);
  }

  ScriptedRouter server() {
    return router;
  }

  public String url() {
    return router.url().toString();
  }

  @Override
  public void close() throws TimeoutException {
    var _ = vertx.close().await(10, TimeUnit.SECONDS);
  }
}
