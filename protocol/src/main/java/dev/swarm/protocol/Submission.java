package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An audit, or a question, that a coordinator which stays is asked to lead. Two that are equal ask
 * the same, and are one run.
 *
 * @param nodes whom it is put to; empty for everybody that bears {@code labels}
 * @param byPlatform of the known checks, those that concern a platform
 * @param concurrency subtasks under way at once, over the whole fleet; empty for what is usual
 *     where it is led, and where nobody said
 * @param limit of how many of them, as written; empty for all
 */
public record Submission(
    List<String> nodes,
    Map<String, String> labels,
    Optional<String> limit,
    List<Area> areas,
    List<CheckId> checks,
    Budget budget,
    Duration deadline,
    String mind,
    List<CheckId> known,
    Map<String, List<CheckId>> byPlatform,
    Optional<String> question,
    @JacksonInject(value = Wire.NO_WORDS, useInput = OptBoolean.TRUE)
        Optional<Integer> concurrency) {
  /** With as many at once as is usual. */
  public Submission(
      List<String> nodes,
      Map<String, String> labels,
      Optional<String> limit,
      List<Area> areas,
      List<CheckId> checks,
      Budget budget,
      Duration deadline,
      String mind,
      List<CheckId> known,
      Map<String, List<CheckId>> byPlatform,
      Optional<String> question) {
    this(
        nodes,
        labels,
        limit,
        areas,
        checks,
        budget,
        deadline,
        mind,
        known,
        byPlatform,
        question,
        Optional.empty());
  }

  public Submission {
    if (concurrency.filter(many -> many < 1).isPresent()) {
      throw new IllegalArgumentException("at least one subtask goes on at once");
    }
    nodes = List.copyOf(nodes);
    labels = Map.copyOf(labels);
    areas = List.copyOf(areas);
    checks = List.copyOf(checks);
    known = List.copyOf(known);
    byPlatform = Map.copyOf(byPlatform);
  }
}
