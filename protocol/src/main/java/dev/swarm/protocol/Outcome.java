package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;

/** How a subtask ended. Every subtask ends in exactly one outcome; silence is not an outcome. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Outcome.Completed.class, name = "completed"),
  @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed"),
})
public sealed interface Outcome {
  SubtaskId subtask();

  int attempt();

  Effort effort();

  /**
   * The investigation came to an end, with whatever it could see.
   *
   * @param thinking what models brought; none before there were any
   */
  record Completed(
      SubtaskId subtask,
      int attempt,
      String mind,
      List<Finding> findings,
      List<Doubt> doubts,
      List<Coverage> coverage,
      Effort effort,
      @JacksonInject(value = Wire.NO_THINKING, useInput = OptBoolean.TRUE) Thinking thinking)
      implements Outcome {
    /** Without a model's part. */
    public Completed(
        SubtaskId subtask,
        int attempt,
        String mind,
        List<Finding> findings,
        List<Doubt> doubts,
        List<Coverage> coverage,
        Effort effort) {
      this(subtask, attempt, mind, findings, doubts, coverage, effort, Thinking.NONE);
    }

    public Completed {
      findings = List.copyOf(findings);
      doubts = List.copyOf(doubts);
      coverage = List.copyOf(coverage);
    }
  }

  /** There is no result, and whose fault that is. */
  record Failed(SubtaskId subtask, int attempt, Cause cause, String detail, Effort effort)
      implements Outcome {}
}
