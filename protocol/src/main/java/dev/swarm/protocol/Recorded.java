package dev.swarm.protocol;

import java.time.Instant;

/**
 * An event in its place: ordered by epoch and sequence, never by time.
 *
 * @param sequence counts from 1 within the run, without gaps
 * @param at wall clock of whoever recorded it; for people, not for order
 */
public record Recorded(RunId run, long epoch, long sequence, Instant at, Event event) {
  public Recorded {
    if (epoch < 1 || sequence < 1) {
      throw new IllegalArgumentException("epoch and sequence count from 1");
    }
  }
}
