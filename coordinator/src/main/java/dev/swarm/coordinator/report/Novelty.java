package dev.swarm.coordinator.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a finding was there in the previous run. */
public enum Novelty {
  /** There is no previous run. */
  @JsonProperty("first")
  FIRST,
  /** It was looked for, and not there. */
  @JsonProperty("new")
  NEW,
  /** It was there, and milder. */
  @JsonProperty("worse")
  WORSE,
  /** Nobody had looked for it before, or could: whether it is new is not known. */
  @JsonProperty("revealed")
  REVEALED,
  @JsonProperty("still")
  STILL;

  /** The name in reports. */
  public String id() {
    return Ids.of(this);
  }
}
