package dev.swarm.coordinator.http.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.swarm.protocol.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step of a subtask's conversation.
 *
 * @param turn of the model; 0 before the first
 * @param text the model's words, a claim, or what happened
 * @param calls what a model wants run
 * @param call the tool call, whose whole output is at {@code /runs/{id}/calls/{subtask}/{call}}
 * @param again whether it was measured a second time for proof
 * @param output of a tool, from its beginning; {@code truncated} if that is not all
 */
public record Remark(
    int turn,
    Instant at,
    Kind kind,
    Optional<String> model,
    String text,
    List<String> calls,
    Optional<String> call,
    Optional<String> tool,
    List<String> argv,
    Optional<Boolean> again,
    Optional<String> ending,
    Optional<String> reason,
    Optional<Long> tookMillis,
    Optional<String> output,
    Optional<Boolean> truncated,
    Optional<String> sha256,
    Optional<Proof> proof) {
  /** Who speaks. */
  public enum Kind {
    @JsonProperty("model")
    MODEL,
    @JsonProperty("tool")
    TOOL,
    @JsonProperty("claim")
    CLAIM,
    @JsonProperty("escalation")
    ESCALATION,
    @JsonProperty("note")
    NOTE
  }

  public Remark {
    calls = List.copyOf(calls);
    argv = List.copyOf(argv);
  }
}
