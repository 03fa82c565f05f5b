package dev.swarm.coordinator.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What somebody may do; each includes those before it. */
public enum Access {
  /** Nothing but what tells nothing of the fleet. */
  @JsonProperty("public")
  PUBLIC,
  /** Look at everything. */
  @JsonProperty("viewer")
  VIEWER,
  /** Start and stop runs, and judge findings. */
  @JsonProperty("operator")
  OPERATOR;

  /** The name in the API and in swarm.yaml. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean includes(Access other) {
    return compareTo(other) >= 0;
  }
}
