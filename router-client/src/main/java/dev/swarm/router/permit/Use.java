package dev.swarm.router.permit;

import java.math.BigDecimal;

/**
 * What calls use.
 *
 * @param tokens of prompts and replies
 * @param cost in the currency of the configured prices
 */
public record Use(long calls, long tokens, BigDecimal cost) {
  public static final Use NOTHING = new Use(0, 0, BigDecimal.ZERO);

  public Use {
    if (calls < 0 || tokens < 0 || cost.signum() < 0) {
      throw new IllegalArgumentException("what is used is not negative");
    }
  }

  Use plus(Use more) {
    return new Use(calls + more.calls, tokens + more.tokens, cost.add(more.cost));
  }

  Use minus(Use less) {
    return new Use(calls - less.calls, tokens - less.tokens, cost.subtract(less.cost));
  }
}
