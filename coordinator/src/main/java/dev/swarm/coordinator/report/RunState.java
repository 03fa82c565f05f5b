package dev.swarm.coordinator.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a run, or what it asked of a node, has come. */
public enum RunState {
  @JsonProperty("ended")
  ENDED,
  @JsonProperty("cancelled")
  CANCELLED,
  /** The events end before the run does. */
  @JsonProperty("open")
  OPEN;

  /** The name in reports. */
  public String id() {
    return Ids.of(this);
  }
}
