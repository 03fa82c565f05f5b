package dev.swarm.loadtest.run;

import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.Run;
import dev.swarm.protocol.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Puts an audit to a fleet, once or again and again; {@link #stop} may come from any thread. */
final class Passes {
  /** No pass is longer. */
  static final Duration LONGEST = Duration.ofHours(24);

  private final InstantSource clock;
  private Optional<Run> open = Optional.empty();
  private boolean unwanted;

  Passes(InstantSource clock) {
    this.clock = clock;
  }

  /** One pass; blocks to its end. */
  Pass once(Coordinator coordinator, Audit audit, Consumer<Recorded> listener)
      throws TimeoutException {
    var timeline = new Timeline();
    var began = clock.instant();
    var run = begun(coordinator.run(audit, timeline.andThen(listener)));
    var _ = run.ended().await(LONGEST.toSeconds(), TimeUnit.SECONDS);
    return new Pass(began, clock.instant(), timeline.courses(), timeline.turns());
  }

  /** Passes until {@code time} is over, at least one; the last is finished. */
  List<Pass> during(
      Optional<Duration> time, Coordinator coordinator, Audit audit, Consumer<Recorded> listener)
      throws TimeoutException {
    var until = clock.instant().plus(time.orElse(Duration.ZERO));
    var passes = new ArrayList<Pass>();
    do {
      passes.add(once(coordinator, audit, listener));
    } while (wanted() && goesOn(until));
    return passes;
  }

  private boolean goesOn(Instant until) {
    return clock.instant().isBefore(until);
  }

  /** Nobody wants any more of it; whether a pass was under way, which ends soon. */
  synchronized boolean stop() {
    unwanted = true;
    open.ifPresent(Run::cancel);
    return open.isPresent();
  }

  synchronized boolean wanted() {
    return !unwanted;
  }

  private synchronized Run begun(Run run) {
    open = Optional.of(run);
    if (unwanted) {
      run.cancel();
    }
    return run;
  }
}
