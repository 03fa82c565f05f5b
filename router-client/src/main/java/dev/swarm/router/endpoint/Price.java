package dev.swarm.router.endpoint;

import dev.swarm.router.chat.Reply.Usage;
import java.math.BigDecimal;

/**
 * What a model costs, in whatever currency the operator counts.
 *
 * @param prompt for a million tokens of the prompt
 * @param completion for a million tokens of the reply
 */
public record Price(BigDecimal prompt, BigDecimal completion) {
  private static final int MILLION_DIGITS = 6;

  public Price {
    if (prompt.signum() < 0 || completion.signum() < 0) {
      throw new IllegalArgumentException("a price is not negative");
    }
  }

  /** The cost of one reply, as the server counted its tokens. */
  public BigDecimal of(Usage usage) {
    return prompt
        .multiply(BigDecimal.valueOf(usage.prompt()))
        .add(completion.multiply(BigDecimal.valueOf(usage.completion())))
        .movePointLeft(MILLION_DIGITS);
  }
}
