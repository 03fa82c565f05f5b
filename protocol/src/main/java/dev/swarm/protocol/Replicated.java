package dev.swarm.protocol;

/**
 * How far a coordinator is with a run; the next event sent to it is the one after.
 *
 * @param sequence of the last event that it has on disk; 0 if it has none
 * @param epoch of that event; 0 if it has none
 * @param ended whether that event is the end of the run
 */
public record Replicated(RunId run, long sequence, long epoch, boolean ended) {
  /** Whether this is further than {@code other}. */
  public boolean isAheadOf(Replicated other) {
    return epoch != other.epoch ? epoch > other.epoch : sequence > other.sequence;
  }
}
