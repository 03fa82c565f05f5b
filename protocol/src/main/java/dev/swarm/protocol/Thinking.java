package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import java.util.Optional;

/**
 * The part of models in a subtask.
 *
 * @param shares one for each model that replied, in the order in which they first did
 * @param escalations each time that a stronger model was asked, or was not, and why
 * @param lacking why a model's look is lacking or incomplete: the router was away, slow, spoke
 *     nonsense, or the budget was spent; empty where it is complete, or none was asked for
 * @param answer to a question, in the model's own words: those of its sentences whose every number
 *     and name the proven findings bear
 */
public record Thinking(
    List<ModelShare> shares,
    List<Escalation> escalations,
    Optional<String> lacking,
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
        @JacksonInject(value = Wire.NO_WORDS, useInput = OptBoolean.TRUE)
        Optional<String> answer) {
  public static final Thinking NONE = new Thinking(List.of(), List.of(), Optional.empty());

  /** In an audit, which asks nothing that is answered in words. */
  public Thinking(List<ModelShare> shares, List<Escalation> escalations, Optional<String> lacking) {
    this(shares, escalations, lacking, Optional.empty());
  }

  public Thinking {
    shares = List.copyOf(shares);
    escalations = List.copyOf(escalations);
  }

  /** The same with an answer. */
  public Thinking answering(Optional<String> words) {
    return new Thinking(shares, escalations, lacking, words);
  }
}
