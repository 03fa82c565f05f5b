package dev.swarm.coordinator.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a model has looked at an investigation. */
public enum Look {
  /** It has, to the end. */
  @JsonProperty("complete")
  COMPLETE,
  /** It should have, and did not, or not to the end. */
  @JsonProperty("lacking")
  LACKING,
  /** None was asked for. */
  @JsonProperty("not-asked")
  NOT_ASKED,
  /** The subtask has no result. */
  @JsonProperty("no-result")
  NO_RESULT;

  /** The name in reports. */
  public String id() {
    return Ids.of(this);
  }
}
