package dev.swarm.protocol;

import java.math.BigDecimal;

/**
 * What one model brought to a subtask, and what became of it, so that an operator sees which model
 * to trust. Every claim counts once, as what it ended as.
 *
 * @param model as configured
 * @param tier {@code local} or {@code frontier}
 * @param turns replies of it that counted as a turn
 * @param proven claims that held at once
 * @param mended claims that held after they went back once
 * @param withdrawn claims that it took back
 * @param refuted claims that a row or a check contradicts
 * @param unproven claims that could not be checked
 * @param promptTokens as the server counts; zero where it does not
 * @param cachedTokens of those, the ones that the server had in its cache
 * @param cost in the currency of the configured prices; zero where there are none
 */
public record ModelShare(
    String model,
    String tier,
    int turns,
    int proven,
    int mended,
    int withdrawn,
    int refuted,
    int unproven,
    long promptTokens,
    long completionTokens,
    long cachedTokens,
    BigDecimal cost) {
  public ModelShare {
    Text.require(model, "model");
  }

  /** Claims in all. */
  public int claims() {
    return proven + mended + withdrawn + refuted + unproven;
  }
}
