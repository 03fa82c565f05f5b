package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.store.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run in one line.
 *
 * @param startedAt wall clock of its first event
 * @param endedAt of its last; empty while it has none
 * @param durationMillis to its end, or to its newest event
 * @param findings proven ones, each node's for itself
 * @param exitCode what {@code swarm show} would end with; empty while it is open
 * @param by who asked for it, where that is known
 */
public record RunLine(
    String id,
    RunState state,
    Instant startedAt,
    Optional<Instant> endedAt,
    long durationMillis,
    int nodes,
    int incompleteNodes,
    List<String> areas,
    String mind,
    Optional<String> question,
    Severities findings,
    Optional<Integer> exitCode,
    SubtaskSum sum,
    long events,
    Optional<String> by) {
  public RunLine {
    areas = List.copyOf(areas);
  }

  /** A run that cannot be read any more. */
  static RunLine damaged(RunSummary summary) {
    return new RunLine(
        summary.id().value(),
        RunState.DAMAGED,
        summary.started(),
        Optional.empty(),
        Duration.ZERO.toMillis(),
        summary.nodes().size(),
        summary.incomplete().size(),
        summary.areas().stream().map(Object::toString).toList(),
        "",
        Optional.empty(),
        Severities.NONE,
        Optional.empty(),
        SubtaskSum.NONE,
        summary.events(),
        Optional.empty());
  }

  /** The same with how it came out. */
  RunLine with(RunState other, Optional<Integer> code) {
    return new RunLine(
        id,
        other,
        startedAt,
        endedAt,
        durationMillis,
        nodes,
        incompleteNodes,
        areas,
        mind,
        question,
        findings,
        code,
        sum,
        events,
        by);
  }
}
