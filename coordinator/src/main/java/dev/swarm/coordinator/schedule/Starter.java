package dev.swarm.coordinator.schedule;

import dev.swarm.protocol.RunId;
import java.time.Instant;
import java.util.Optional;

/** Runs the audits of schedules. Every method may block, and throw what its store throws. */
public interface Starter {
  /**
   * Starts the audit of {@code schedule}.
   *
   * @param ended called once, on any thread, when the run is over, however it ended
   */
  RunId start(Schedule schedule, Runnable ended);

  /** A run of {@code schedule} that began at {@code since} or later, whoever started it. */
  Optional<Found> found(Schedule schedule, Instant since);

  /** How {@code run} of {@code schedule} came out; empty while it is under way. */
  Optional<String> ending(Schedule schedule, RunId run);

  /** A run in the store, and when it began. */
  record Found(RunId run, Instant at) {}
}
