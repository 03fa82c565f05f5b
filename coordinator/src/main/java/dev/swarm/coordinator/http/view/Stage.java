package dev.swarm.coordinator.http.view;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a subtask stands. */
public enum Stage {
  @JsonProperty("queued")
  QUEUED,
  @JsonProperty("offered")
  OFFERED,
  @JsonProperty("running")
  RUNNING,
  @JsonProperty("completed")
  COMPLETED,
  @JsonProperty("failed")
  FAILED
}
