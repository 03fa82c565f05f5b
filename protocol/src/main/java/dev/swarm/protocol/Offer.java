package dev.swarm.protocol;

/**
 * A subtask held out to a node.
 *
 * @param attempt 1 for the first; the same attempt is worked at most once
 * @param epoch of the run's leadership; a node refuses an offer of a lower one than it has seen
 */
public record Offer(Subtask subtask, int attempt, long epoch) {
  public Offer {
    if (attempt < 1 || epoch < 1) {
      throw new IllegalArgumentException("attempts and epochs count from 1");
    }
  }
}
