package dev.swarm.coordinator.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What came back from a node. */
public enum NodeState {
  /** Every subtask completed. */
  @JsonProperty("complete")
  COMPLETE,
  /** Some did, some failed. */
  @JsonProperty("partial")
  PARTIAL,
  /** None completed. */
  @JsonProperty("failed")
  FAILED,
  /** It stopped beating before all were done. */
  @JsonProperty("lost")
  LOST,
  /** It was targeted and never answered. */
  @JsonProperty("silent")
  SILENT,
  /** It speaks another version of the protocol. */
  @JsonProperty("incompatible")
  INCOMPATIBLE,
  /** It answered, and would take nothing. */
  @JsonProperty("refusing")
  REFUSING,
  /** It is still at work. */
  @JsonProperty("open")
  OPEN;

  /** The name in reports. */
  public String id() {
    return Ids.of(this);
  }
}
