package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one area on one node within a run; the same for every attempt. */
public record SubtaskId(@JsonValue String value) implements Comparable<SubtaskId> {
  @JsonCreator
  public SubtaskId {
    Text.require(value, "subtask id");
  }

  @Override
  public int compareTo(SubtaskId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  /** The id of {@code area} on {@code node} within {@code run}. */
  public static SubtaskId of(RunId run, String node, Area area) {
    return new SubtaskId(run + "/" + node + "/" + area);
  }
}
