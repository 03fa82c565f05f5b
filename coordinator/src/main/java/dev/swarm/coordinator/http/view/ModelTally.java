package dev.swarm.coordinator.http.view;

import dev.swarm.protocol.ModelShare;

/**
 * What a model was asked, and what became of what it claimed.
 *
 * @param asked replies that counted as a turn
 * @param proven claims that held, at once or mended
 * @param wrong findings of it that an operator marked as wrong
 */
public record ModelTally(
    String model,
    long asked,
    long proven,
    long refuted,
    long unproven,
    long wrong,
    long promptTokens,
    long completionTokens) {
  /** Nothing yet. */
  public static ModelTally none(String model) {
    return new ModelTally(model, 0, 0, 0, 0, 0, 0, 0);
  }

  ModelTally plus(ModelShare share) {
    return new ModelTally(
        model,
        asked + share.turns(),
        proven + share.proven() + share.mended(),
        refuted + share.refuted(),
        unproven + share.unproven(),
        wrong,
        promptTokens + share.promptTokens(),
        completionTokens + share.completionTokens());
  }

  public ModelTally plus(ModelTally other) {
    return new ModelTally(
        model,
        asked + other.asked,
        proven + other.proven,
        refuted + other.refuted,
        unproven + other.unproven,
        wrong + other.wrong,
        promptTokens + other.promptTokens,
        completionTokens + other.completionTokens);
  }

  /** The same with so many marked as wrong. */
  public ModelTally marked(long times) {
    return new ModelTally(
        model, asked, proven, refuted, unproven, times, promptTokens, completionTokens);
  }
}
