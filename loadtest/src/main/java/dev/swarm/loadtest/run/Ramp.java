package dev.swarm.loadtest.run;

import dev.swarm.coordinator.Coordinator;
import dev.swarm.router.waiting.Bells;
import java.time.Duration;
import java.time.InstantSource;

/** Lets the number of tasks at once grow from one to its full number, on a thread of its own. */
final class Ramp implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(100);

  private final Coordinator coordinator;
  private final int full;
  private final Duration time;
  private final InstantSource clock;
  private final Thread thread;

  private Ramp(Coordinator coordinator, int full, Duration time, InstantSource clock) {
    this.coordinator = coordinator;
    this.full = full;
    this.time = time;
    this.clock = clock;
    this.thread = Thread.ofVirtual().unstarted(this::climb);
  }

  /** Begins at one; without {@code time} it is over at once. */
  static Ramp begin(Coordinator coordinator, int full, Duration time, InstantSource clock) {
    var ramp = new Ramp(coordinator, full, time, clock);
    if (!time.isZero()) {
      coordinator.atMost(1);
      ramp.thread.start();
    }
    return ramp;
  }

  private void climb() {
    var began = clock.instant();
    try {
      for (var gone = Duration.ZERO;
          gone.compareTo(time) < 0;
          gone = Duration.between(began, clock.instant())) {
        coordinator.atMost(step(gone));
        Bells.real().pause(STEP, clock);
      }
      coordinator.atMost(full);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private int step(Duration gone) {
    return (int) Math.max(1, full * gone.toMillis() / time.toMillis());
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
