package dev.swarm.coordinator.http.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** How a node came out of a run that has ended. */
public record NodeResult(
    String run, Instant endedAt, State state, int critical, int warning, int info) {
  /** In one word. */
  public enum State {
    @JsonProperty("clean")
    CLEAN,
    @JsonProperty("findings")
    FINDINGS,
    /** A subtask has no result. */
    @JsonProperty("incomplete")
    INCOMPLETE,
    /** It was lost. */
    @JsonProperty("lost")
    LOST
  }

  static NodeResult of(String run, Instant endedAt, boolean lost, boolean all, Severities found) {
    var state =
        lost ? State.LOST : all ? found.any() ? State.FINDINGS : State.CLEAN : State.INCOMPLETE;
    return new NodeResult(run, endedAt, state, found.critical(), found.warning(), found.info());
  }
}
