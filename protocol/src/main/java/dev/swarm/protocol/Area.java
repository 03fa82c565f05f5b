package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A topic with its own tools and checks; operators may add areas of their own. */
public record Area(@JsonValue String value) implements Comparable<Area> {
  @JsonCreator
  public Area {
    Text.require(value, "area");
  }

  @Override
  public int compareTo(Area other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  /** Of a question that somebody asks: what to look at is as broad as the question. */
  public static final Area QUESTION = new Area("question");

  /** The built-in areas, in the order in which reports list them. */
  public static final java.util.List<Area> STANDARD =
      java.util.stream.Stream.of(
              "storage",
              "services",
              "load-and-memory",
              "processes",
              "network-and-dns",
              "time",
              "logs",
              "security",
              "updates",
              "hardware",
              "containers")
          .map(Area::new)
          .toList();
}
