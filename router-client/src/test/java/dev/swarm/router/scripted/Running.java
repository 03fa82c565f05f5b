package dev.swarm.router.scripted;

import io.vertx.core.Vertx;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A Vert.x of its own with scripted routers on it. */
final class Running implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();

  ScriptedRouter listen(Settings settings, Brain brain) {
    return await(ScriptedRouter.listen(vertx, settings, brain).toCompletionStage());
  }

  static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Waits until it is so. */
  static void until(String what, BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 6000; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new AssertionError("a minute passed, and still not: " + what);
  }

  @Override
  public void close() {
    var _ = await(vertx.close().map(true).toCompletionStage());
  }
}
