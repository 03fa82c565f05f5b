package dev.swarm.protocol;

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
    Optional<String> question) {
  public Submission {
    nodes = List.copyOf(nodes);
    labels = Map.copyOf(labels);
    areas = List.copyOf(areas);
    checks = List.copyOf(checks);
    known = List.copyOf(known);
    byPlatform = Map.copyOf(byPlatform);
  }
}
