package dev.swarm.coordinator;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Real time. */
record VertxTimers(Vertx vertx, InstantSource clock) implements Timers {
  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Cancellable after(Duration delay, Runnable action) {
    long timer = vertx.setTimer(Math.max(1, delay.toMillis()), _ -> action.run());
    return () -> {
      boolean _ = vertx.cancelTimer(timer);
    };
  }
}
