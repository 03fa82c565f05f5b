package dev.swarm.coordinator.http.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of a subtask's time.
 *
 * @param to empty while it lasts
 * @param label the tool, the model, or what is waited for
 */
public record Span(Kind kind, Instant from, Optional<Instant> to, String label) {
  /** What is done meanwhile. */
  public enum Kind {
    /** A model is asked. */
    @JsonProperty("thinking")
    THINKING,
    /** Tools run. */
    @JsonProperty("acting")
    ACTING,
    /** Somebody else is waited for: the node, or the router. */
    @JsonProperty("waiting")
    WAITING
  }
}
