package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one tool call within a subtask: {@code r1}, {@code r2} … in the order asked. */
public record CallId(@JsonValue String value) implements Comparable<CallId> {
  @JsonCreator
  public CallId {
    Text.require(value, "call id");
  }

  @Override
  public int compareTo(CallId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
