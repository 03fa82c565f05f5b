package dev.swarm.agent;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/** A desk on one event loop. */
final class VertxDesk implements Desk {
  private final Vertx vertx;
  private final Context context;

  VertxDesk(Vertx vertx) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
  }

  @Override
  public void execute(Runnable task) {
    context.runOnContext(_ -> task.run());
  }

  @Override
  public Cancellable after(Duration delay, Runnable task) {
    long timer = vertx.setTimer(Math.max(1, delay.toMillis()), _ -> execute(task));
    return () -> {
      boolean _ = vertx.cancelTimer(timer);
    };
  }
}
