package dev.swarm.coordinator;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The only door to time. Production wires Vert.x timers, tests a hand-cranked fake. */
public interface Timers {
  /** Wall clock, for people to read; never for order. */
  Instant now();

  /** Runs {@code action} once, {@code delay} from now, on the caller's context. */
  Cancellable after(Duration delay, Runnable action);

  /** A pending action; cancelling twice, or after it ran, does nothing. */
  interface Cancellable {
    void cancel();
  }

  /** Real time: {@code clock} tells it, and {@code vertx} wakes us. */
  static Timers of(Vertx vertx, InstantSource clock) {
    return new VertxTimers(vertx, clock);
  }
}
