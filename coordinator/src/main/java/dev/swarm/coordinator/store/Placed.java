package dev.swarm.coordinator.store;

import dev.swarm.protocol.Recorded;

/**
 * An event and its place among all that a store ever kept.
 *
 * @param position grows from event to event, with gaps; never used again, even after the event was
 *     deleted
 */
public record Placed(long position, Recorded recorded) {
  public Placed {
    if (position < 1) {
      throw new IllegalArgumentException("positions count from 1");
    }
  }
}
