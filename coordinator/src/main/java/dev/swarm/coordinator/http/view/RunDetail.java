package dev.swarm.coordinator.http.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A run with everything that is done in it.
 *
 * @param targets the nodes it was put to
 * @param throughput how many subtasks were completed by when
 * @param position of its newest event in the log: where to follow it from
 */
public record RunDetail(
    @JsonUnwrapped RunLine line,
    List<String> targets,
    List<SubtaskLine> subtasks,
    Map<String, Integer> toolCallsPerNode,
    List<Completed> throughput,
    long position) {
  public RunDetail {
    targets = List.copyOf(targets);
    subtasks = List.copyOf(subtasks);
    throughput = List.copyOf(throughput);
  }

  /** So many were completed by then. */
  public record Completed(Instant at, int completed) {}

  RunDetail with(RunLine other) {
    return new RunDetail(other, targets, subtasks, toolCallsPerNode, throughput, position);
  }
}
