package dev.swarm.agent.lease;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Does something later, once; on a thread that must not be blocked. */
@FunctionalInterface
public interface Later {
  void after(Duration delay, Runnable action);

  /** By the timers of {@code vertx}, which has to live as long as whoever uses this. */
  static Later of(Vertx vertx) {
    return (delay, action) -> {
      long _ = vertx.setTimer(Math.max(1, delay.toMillis()), _ -> action.run());
    };
  }
}
