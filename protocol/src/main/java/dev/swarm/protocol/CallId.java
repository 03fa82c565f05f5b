package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;

/** Names one tool call within a subtask: {@code r1}, {@code r2} … in the order asked. */
public record CallId(@JsonValue String value) implements Comparable<CallId> {
  @JsonCreator
  public CallId {
    Text.require(value, "call id");
  }

  /** In the order asked: {@code r2} comes before {@code r10}. */
  @Override
  public int compareTo(CallId other) {
    return Comparator.comparingInt(String::length)
        .thenComparing(Comparator.naturalOrder())
        .compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
