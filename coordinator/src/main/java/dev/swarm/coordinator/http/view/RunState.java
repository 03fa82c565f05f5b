package dev.swarm.coordinator.http.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far a run has come, or how it came out. */
public enum RunState {
  @JsonProperty("running")
  RUNNING,
  @JsonProperty("complete")
  COMPLETE,
  @JsonProperty("incomplete")
  INCOMPLETE,
  @JsonProperty("cancelled")
  CANCELLED,
  /** It has no end, and nobody leads it. */
  @JsonProperty("unfinished")
  UNFINISHED,
  /** What was kept of it is not what was written. */
  @JsonProperty("damaged")
  DAMAGED;

  /** The name in the API. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
