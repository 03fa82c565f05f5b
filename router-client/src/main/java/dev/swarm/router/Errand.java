package dev.swarm.router;

import java.time.Duration;

/**
 * For whom a request is made.
 *
 * @param subtask requests of one subtask go to one endpoint where that can be, so that its prompt
 *     cache stays warm
 * @param tier the kind of model wanted
 * @param patience how long the caller waits in all: queueing, retries and pauses included
 */
public record Errand(String subtask, Tier tier, Duration patience) {
  public Errand {
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience is not negative: " + patience);
    }
  }
}
