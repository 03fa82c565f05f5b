package dev.swarm.coordinator.lease;

import java.time.Duration;

/**
 * How long slots are lent.
 *
 * @param lasts a node may use them that long after it last asked, by its own clock
 * @param margin how much later we believe them free, for its clock may be slower than ours
 * @param turn while others wait for their first slot, who holds one that long has to yield
 */
public record Term(Duration lasts, Duration margin, Duration turn) {

  /**
   * A lost node's slots are back in 12 s, when it is also known to be lost; quartz clocks drift by
   * far less than the fifth that is left for it.
   */
  public static final Term STANDARD =
      new Term(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(5));

  public Term {
    if (!lasts.isPositive() || margin.isNegative() || !turn.isPositive()) {
      throw new IllegalArgumentException("a lease lasts for a while");
    }
  }
}
