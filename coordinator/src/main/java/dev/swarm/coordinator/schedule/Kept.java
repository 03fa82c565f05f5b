package dev.swarm.coordinator.schedule;

import dev.swarm.protocol.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * What has to be known of a schedule after a restart.
 *
 * @param done the newest slot that is dealt with
 * @param last the newest run, or why there was none
 * @param missed slots without a run of their own, since the schedule is known
 */
record Kept(String name, Instant done, Optional<Last> last, long missed) {

  /**
   * How the newest slot came out.
   *
   * @param run empty where none was started
   * @param state {@code running}, how the run ended, or {@code not-started}
   * @param reason why it was not started; empty otherwise
   */
  record Last(Optional<RunId> run, Instant at, String state, String reason) {
    static final String RUNNING = "running";
    static final String NOT_STARTED = "not-started";

    boolean running() {
      return state.equals(RUNNING);
    }

    Last ended(String how) {
      return new Last(run, at, how, reason);
    }
  }

  /** A schedule that is new here: what lies behind it is none of its business. */
  static Kept fresh(String name, Instant now) {
    return new Kept(name, now, Optional.empty(), 0);
  }

  Kept ran(Instant slot, long between, RunId run, Instant at) {
    var running = new Last(Optional.of(run), at, Last.RUNNING, "");
    return new Kept(name, slot, Optional.of(running), missed + between);
  }

  /** Nothing was started for {@code slot}; a run that is under way stays the last one. */
  Kept skipped(Instant slot, long slots, Instant at, String reason) {
    var none = new Last(Optional.empty(), at, Last.NOT_STARTED, reason);
    return new Kept(
        name, slot, last.filter(Last::running).or(() -> Optional.of(none)), missed + slots);
  }

  /** Another coordinator saw to everything up to {@code slot}. */
  Kept passed(Instant slot) {
    return new Kept(name, slot, last, missed);
  }

  Kept ended(String how) {
    return new Kept(name, done, last.map(one -> one.ended(how)), missed);
  }
}
