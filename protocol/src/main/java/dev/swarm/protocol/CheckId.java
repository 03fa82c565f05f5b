package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The stable id of a check: {@code storage.space}. */
public record CheckId(@JsonValue String value) implements Comparable<CheckId> {
  @JsonCreator
  public CheckId {
    Text.require(value, "check id");
  }

  @Override
  public int compareTo(CheckId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
