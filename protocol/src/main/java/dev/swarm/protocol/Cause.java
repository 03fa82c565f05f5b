package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whose fault it was that a subtask has no result. */
public enum Cause {
  /** The node stopped beating. */
  @JsonProperty("lost")
  LOST,
  /** The node, or its policy, would not take it. */
  @JsonProperty("refused")
  REFUSED,
  /** No room on the node; ask again later. */
  @JsonProperty("overloaded")
  OVERLOADED,
  /** No outcome before the deadline. */
  @JsonProperty("timed-out")
  TIMED_OUT,
  /** Somebody stopped the run. */
  @JsonProperty("cancelled")
  CANCELLED,
  /** It failed in a way that trying again would only repeat. */
  @JsonProperty("needs-human")
  NEEDS_HUMAN,
  /** A bug of ours; the detail says where. */
  @JsonProperty("internal")
  INTERNAL;

  /** The name on the wire, in reports and in YAML. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
