package dev.swarm.protocol;

import java.math.BigDecimal;

/**
 * What a permitted call used; both counts are zero where nobody told.
 *
 * @param wish as in the {@link PermitWish}, as are {@code run}, {@code node} and {@code subtask}: a
 *     coordinator that took over knows nothing of the wish
 */
public record PermitSpent(
    String wish,
    RunId run,
    String node,
    SubtaskId subtask,
    long promptTokens,
    long completionTokens,
    BigDecimal cost) {
  public PermitSpent {
    Text.require(wish, "wish");
    Text.require(node, "node");
    if (promptTokens < 0 || completionTokens < 0 || cost.signum() < 0) {
      throw new IllegalArgumentException("what is spent is not negative");
    }
  }
}
