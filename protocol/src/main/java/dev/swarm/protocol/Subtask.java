package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import java.util.Optional;

/**
 * One area, on one node, within a budget.
 *
 * @param checks the checks asked for; empty means every check of the area. Those of a question may
 *     be of any area
 * @param question what somebody wants to know, in their own words; empty in an audit
 */
public record Subtask(
    SubtaskId id,
    RunId run,
    String node,
    Area area,
    List<CheckId> checks,
    Budget budget,
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
        @JacksonInject(value = Wire.NO_WORDS, useInput = OptBoolean.TRUE)
        Optional<String> question) {
  /** A part of an audit. */
  public Subtask(
      SubtaskId id, RunId run, String node, Area area, List<CheckId> checks, Budget budget) {
    this(id, run, node, area, checks, budget, Optional.empty());
  }

  public Subtask {
    Text.require(node, "node");
    checks = List.copyOf(checks);
    question.ifPresent(text -> Text.require(text, "question"));
  }
}
