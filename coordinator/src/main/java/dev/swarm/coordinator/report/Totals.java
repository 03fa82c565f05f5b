package dev.swarm.coordinator.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Severity;
import java.util.Map;

/**
 * The sums. Each adds up to the lists of the report, or there is no report.
 *
 * @param nodes number of nodes by state
 * @param findings rolled up: one that many nodes share counts once
 * @param toolCalls of all subtasks
 */
public record Totals(
    Map<NodeState, Integer> nodes,
    SubtaskTotals subtasks,
    CoverageTotals coverage,
    FindingTotals findings,
    int unproven,
    int refuted,
    int turns,
    int toolCalls) {
  public Totals {
    nodes = Count.copy(NodeState.class, nodes);
  }

  /** Targeted = completed + failed, each cause + open, each stage. */
  public record SubtaskTotals(
      int targeted, int completed, Map<Ending, Integer> failed, Map<Ending, Integer> open) {
    public SubtaskTotals {
      failed = Count.copy(Ending.class, failed);
      open = Count.copy(Ending.class, open);
    }
  }

  /** Checks, over all nodes = Σ states; unknown = Σ causes. */
  public record CoverageTotals(
      int checks, Map<CoverageState, Integer> states, Map<Blindness, Integer> unknown) {
    public CoverageTotals {
      states = Count.copy(CoverageState.class, states);
      unknown = Count.copy(Blindness.class, unknown);
    }
  }

  /**
   * Findings = Σ severities + accepted.
   *
   * @param distinct after the roll-up
   * @param occurrences before it: a finding on three nodes counts three times
   * @param severities of those that are not accepted
   * @param accepted on every node where they are; not told where there is none
   */
  public record FindingTotals(
      int distinct,
      int occurrences,
      Map<Severity, Integer> severities,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int accepted) {
    public FindingTotals {
      severities = Count.copy(Severity.class, severities);
    }
  }
}
