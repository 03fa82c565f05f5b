package dev.swarm.protocol;

import java.time.Duration;

/**
 * How many slots of a router a node may use until it is told otherwise, or {@code lasts} has passed
 * since it sent the last wish that was answered.
 *
 * @param number grows from grant to grant of one coordinator; an older one is over
 */
public record SlotGrant(String endpoint, long number, int slots, Duration lasts) {
  public SlotGrant {
    Text.require(endpoint, "endpoint");
    if (slots < 0) {
      throw new IllegalArgumentException("no fewer than no slots are granted: " + slots);
    }
  }
}
