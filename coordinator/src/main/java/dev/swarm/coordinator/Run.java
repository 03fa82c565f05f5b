package dev.swarm.coordinator;

import dev.swarm.protocol.RunId;
import io.vertx.core.Future;

/** A run under way. May be used from any thread. */
public final class Run {
  private final RunId id;
  private final Future<RunId> ended;
  private final Future<Void> told;
  private final Runnable cancel;
  private final boolean joined;

  Run(RunId id, boolean joined, Future<RunId> ended, Future<Void> told, Runnable cancel) {
    this.id = id;
    this.joined = joined;
    this.ended = ended;
    this.told = told;
    this.cancel = cancel;
  }

  public RunId id() {
    return id;
  }

  /** Whether it was under way already, for somebody who asked the same. */
  public boolean joined() {
    return joined;
  }

  /**
   * Succeeds when every subtask has its outcome and the last event is durable, for a cancelled run
   * too. Fails with a {@link dev.swarm.coordinator.store.StoreException} if the store let go of it,
   * with a {@link DeposedException} if another coordinator has taken it over, with anything else on
   * a bug of ours.
   */
  public Future<RunId> ended() {
    return ended;
  }

  /**
   * Succeeds when its nodes were told to forget it, or did not answer in time; never fails. Whoever
   * leaves the fleet with the run waits for this, or nodes keep their outcomes for a day.
   */
  public Future<Void> told() {
    return told;
  }

  /**
   * Stops the run: nodes are told, what they know may still come home for a moment ({@link
   * Pace#farewell}), the rest ends as cancelled. Cancelling twice, or after the end, does nothing.
   * Where several asked for the same, it goes on for those who still want it.
   */
  public void cancel() {
    cancel.run();
  }
}
