package dev.swarm.protocol;

import java.util.List;
import java.util.Optional;

/**
 * The part of models in a subtask.
 *
 * @param shares one for each model that replied, in the order in which they first did
 * @param escalations each time that a stronger model was asked, or was not, and why
 * @param lacking why a model's look is lacking or incomplete: the router was away, slow, spoke
 *     nonsense, or the budget was spent; empty where it is complete, or none was asked for
 */
public record Thinking(
    List<ModelShare> shares, List<Escalation> escalations, Optional<String> lacking) {
  public static final Thinking NONE = new Thinking(List.of(), List.of(), Optional.empty());

  public Thinking {
    shares = List.copyOf(shares);
    escalations = List.copyOf(escalations);
  }
}
