package dev.swarm.coordinator.report;

import dev.swarm.protocol.Blindness;

/** What the process says when it ends, as far as a report decides it. */
public enum ExitCode {
  /** Complete, and nothing found. */
  CLEAN(0),
  /** Findings that count, whether or not the run is complete. */
  FINDINGS(1),
  /** Nothing found that counts, and not everything could be looked at. */
  INCOMPLETE(3),
  /** Every node of the fleet refused. */
  REFUSED(4),
  /** Somebody stopped the run. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number for the shell. */
  public int code() {
    return code;
  }

  /** The exit code of {@code report} under {@code policy}. */
  public static ExitCode of(Report report, Policy policy) {
    if (report.run().state() == RunState.CANCELLED) {
      return INTERRUPTED;
    }
    if (refused(report)) {
      return REFUSED;
    }
    if (report.counting().stream()
        .anyMatch(finding -> policy.counts(finding.severity(), finding.check()))) {
      return FINDINGS;
    }
    return complete(report, policy) ? CLEAN : INCOMPLETE;
  }

  private static boolean refused(Report report) {
    return !report.nodes().isEmpty()
        && report.nodes().stream().allMatch(node -> node.state() == NodeState.REFUSING);
  }

  /**
   * Whether there is a node at all, every node and subtask has its result, and every check was
   * seen, as far as it must.
   */
  public static boolean complete(Report report, Policy policy) {
    return report.run().state() == RunState.ENDED
        && !report.nodes().isEmpty()
        && report.nodes().stream().allMatch(node -> node.state() == NodeState.COMPLETE)
        && report.subtasks().stream().allMatch(w -> w.outcome() == Ending.COMPLETED)
        && report.coverage().stream().noneMatch(cover -> blind(cover, policy));
  }

  private static boolean blind(Report.Cover cover, Policy policy) {
    return cover
        .blindness()
        .filter(blindness -> policy.strict() || blindness != Blindness.PRIVILEGE)
        .isPresent();
  }
}
