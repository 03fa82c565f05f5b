package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** What a node says to an offer, at once. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answer.Accepted.class, name = "accepted"),
  @JsonSubTypes.Type(value = Answer.Refused.class, name = "refused"),
})
public sealed interface Answer {
  /** The node works it from now on; its outcome will be delivered. */
  record Accepted(SubtaskId subtask, int attempt) implements Answer {}

  /**
   * The node will not work it.
   *
   * @param retryAfter when to ask again; zero where asking again is of no use
   */
  record Refused(SubtaskId subtask, int attempt, Cause cause, String reason, Duration retryAfter)
      implements Answer {
    public Refused {
      if (retryAfter.isNegative()) {
        throw new IllegalArgumentException("nobody can ask again in the past: " + retryAfter);
      }
    }
  }
}
