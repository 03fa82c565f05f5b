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

  /** What the whole swarm goes by. */
  public static Rhythm standard() {
    return new Rhythm(
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(6),
        Duration.ofSeconds(10),
        Duration.ofMillis(1500));
  }

  /** How many ticks {@code time} takes, rounded up. */
  int ticks(Duration time) {
    return Math.toIntExact((time.toMillis() + tick.toMillis() - 1) / tick.toMillis());
  }
}
