package dev.swarm.agent.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A line of the command log; the instants are of the machine's wall clock. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Logged.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = Logged.Carried.class, name = "carried"),
  @JsonSubTypes.Type(value = Logged.Starting.class, name = "starting"),
  @JsonSubTypes.Type(value = Logged.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = Logged.Reading.class, name = "reading"),
  @JsonSubTypes.Type(value = Logged.Told.class, name = "told"),
  @JsonSubTypes.Type(value = Logged.TurnedAway.class, name = "turned-away"),
})
public sealed interface Logged {
  /**
   * An agent began to write.
   *
   * @param torn bytes of a last line that was being written when the one before ended; cut off
   */
  record Opened(Instant at, long pid, String version, long torn) implements Logged {}

  /** A file goes on where the one before it ended. */
  record Carried(long lines, String chain) implements Logged {}

  /**
   * A program is about to start: on disk before it does.
   *
   * @param call counts within the agent's life
   * @param argv through the choke point, so that no secret stands in it
   */
  record Starting(Instant at, long call, List<String> argv, Optional<Commission> by)
      implements Logged {
    public Starting {
      argv = List.copyOf(argv);
    }
  }

  /**
   * A program ended.
   *
   * @param how {@code exit 0}, {@code timed-out} …
   */
  record Ended(Instant at, long call, String how, Duration took) implements Logged {}

  /**
   * Files that look alike are about to be read, for the first time in this subtask; a number in the
   * path stands as {@code *}.
   */
  record Reading(Instant at, String path, Optional<Commission> by) implements Logged {}

  /**
   * What a tool said.
   *
   * @param ending {@code ok}, {@code nothing}, {@code unknown} …
   * @param sha256 of the redacted output, the same that a finding's evidence bears
   */
  record Told(
      Instant at, String tool, List<String> argv, String ending, String sha256, Commission by)
      implements Logged {
    public Told {
      argv = List.copyOf(argv);
    }
  }

  /** A message was turned away at the door. */
  record TurnedAway(Instant at, String address, String type, String why, String detail)
      implements Logged {}
}
