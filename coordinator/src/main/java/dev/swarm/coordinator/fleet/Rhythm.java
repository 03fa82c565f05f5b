package dev.swarm.coordinator.fleet;

import java.time.Duration;

/**
 * How long silence may last. It is counted in ticks of our own, so that a coordinator that was
 * paused itself does not take the pause for the silence of others.
 *
 * @param tick between two looks at everybody
 * @param beat between two beats of a node
 * @param silent until a silent node is asked
 * @param lost until a silent node is given up
 * @param settling after the last newcomer, until the fleet counts as complete
 */
public record Rhythm(
    Duration tick, Duration beat, Duration silent, Duration lost, Duration settling) {

  /** Until a node that was never heard, and is no member of the cluster, is given up. */
  public Duration absent() {
    return lost.minus(beat);
  }

  /**
   * What the whole swarm goes by. A node that is stopped, or cut off, for 8 s right after a beat is
   * heard again before it is given up; one that died is named within 15 s.
   */
  public static Rhythm standard() {
    return new Rhythm(
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(6),
        Duration.ofSeconds(12),
        Duration.ofMillis(1500));
  }

  /** How many ticks {@code time} takes, rounded up. */
  int ticks(Duration time) {
    return Math.toIntExact((time.toMillis() + tick.toMillis() - 1) / tick.toMillis());
  }
}
