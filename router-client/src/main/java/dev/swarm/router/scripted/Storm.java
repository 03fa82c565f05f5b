package dev.swarm.router.scripted;

import java.time.Duration;
import java.util.Optional;

/**
 * Refusals at random, by seed and number of the request: the n-th request of two runs fares the
 * same.
 *
 * @param tooMany share of 429s, with {@code retryAfter} where it is not zero; 0 to 1
 * @param unavailable share of 503s
 * @param broken share of 500s
 * @param retryAfter whole seconds
 */
public record Storm(
    long seed, double tooMany, double unavailable, double broken, Duration retryAfter) {
  public static final Storm NONE = new Storm(0, 0, 0, 0, Duration.ZERO);

  public Storm {
    if (!(tooMany >= 0 && unavailable >= 0 && broken >= 0 && tooMany + unavailable + broken <= 1)) {
      throw new IllegalArgumentException("shares are from 0 to 1, and no more than 1 in all");
    }
  }

  /**
   * @param number of the request, from 1
   */
  Optional<Refusal> refusal(long number) {
    double drawn = new Seed(seed).with(number).fraction();
    if (drawn < tooMany) {
      var refusal = Refusals.limited();
      return Optional.of(
          retryAfter.isZero()
              ? refusal
              : refusal.with("retry-after", Long.toString(retryAfter.toSeconds())));
    }
    if (drawn < tooMany + unavailable) {
      return Optional.of(Refusals.busy());
    }
    if (drawn < tooMany + unavailable + broken) {
      return Optional.of(Refusal.openai(500, "The server had an error", "server_error", "500"));
    }
    return Optional.empty();
  }
}
