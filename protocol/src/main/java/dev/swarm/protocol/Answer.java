package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Duration;

/** What a node says to an offer, at once. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answer.Accepted.class, name = "accepted"),
  @JsonSubTypes.Type(value = Answer.Refused.class, name = "refused"),
})
public sealed interface Answer {
  /**
   * The node works it from now on; its outcome will be delivered.
   *
   * @param cut what the node's policy left of the budget, in words; empty if it left all
   */
  record Accepted(
      SubtaskId subtask,
      int attempt,
      @JsonInclude(JsonInclude.Include.NON_EMPTY)
          @JacksonInject(value = Wire.NO_TEXT, useInput = OptBoolean.TRUE)
          String cut)
      implements Answer {
    /** Within the budget that was offered. */
    public Accepted(SubtaskId subtask, int attempt) {
      this(subtask, attempt, "");
    }
  }

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
