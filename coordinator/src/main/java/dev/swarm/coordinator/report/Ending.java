package dev.swarm.coordinator.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a subtask ended, or how far it has come. */
public enum Ending {
  @JsonProperty("completed")
  COMPLETED,
  @JsonProperty("lost")
  LOST,
  @JsonProperty("refused")
  REFUSED,
  @JsonProperty("overloaded")
  OVERLOADED,
  @JsonProperty("timed-out")
  TIMED_OUT,
  @JsonProperty("cancelled")
  CANCELLED,
  @JsonProperty("needs-human")
  NEEDS_HUMAN,
  @JsonProperty("internal")
  INTERNAL,
  @JsonProperty("queued")
  QUEUED,
  @JsonProperty("offered")
  OFFERED,
  @JsonProperty("running")
  RUNNING;

  /** The name in reports. */
  public String id() {
    return Ids.of(this);
  }

  /** Whether an outcome is still to come. */
  public boolean open() {
    return compareTo(QUEUED) >= 0;
  }

  /** Whether it ended without a result. */
  public boolean failed() {
    return this != COMPLETED && !open();
  }
}
