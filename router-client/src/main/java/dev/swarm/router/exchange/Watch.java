package dev.swarm.router.exchange;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * The clocks of one flight: one for all of it, and one for the phase it is in. Timers of Vert.x, so
 * they fire on the event loop on which they were set, and never after {@link #stop}.
 */
final class Watch {
  private static final long NONE = -1;

  private final Vertx vertx;
  private long whole = NONE;
  private long phase = NONE;

  Watch(Vertx vertx) {
    this.vertx = vertx;
  }

  /** The flight may take this long, all in all. */
  void whole(Duration most, Runnable late) {
    whole = set(most, late);
  }

  /** The next sign has to come within this time; what the phase was given before is forgotten. */
  void next(Duration most, Runnable late) {
    cancel(phase);
    phase = set(most, late);
  }

  void stop() {
    cancel(whole);
    cancel(phase);
    whole = NONE;
    phase = NONE;
  }

  private long set(Duration most, Runnable late) {
    return vertx.setTimer(Math.max(1, most.toMillis()), _ -> late.run());
  }

  private void cancel(long timer) {
    if (timer != NONE) {
      var _ = vertx.cancelTimer(timer);
    }
  }
}
