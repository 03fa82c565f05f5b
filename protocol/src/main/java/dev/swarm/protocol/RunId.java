package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one run of an audit; unique within a store, and in time order as text. */
public record RunId(@JsonValue String value) implements Comparable<RunId> {
  @JsonCreator
  public RunId {
    Text.require(value, "run id");
  }

  @Override
  public int compareTo(RunId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
