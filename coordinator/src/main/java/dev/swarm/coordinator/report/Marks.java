package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Severity;

/** The symbol and the colour that stand beside a word. */
final class Marks {
  private Marks() {}

  static String of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "✖";
      case WARNING -> "▲";
      case INFO -> "●";
    };
  }

  static Role role(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Role.CRITICAL;
      case WARNING -> Role.WARNING;
      case INFO -> Role.INFO;
    };
  }

  static String of(CoverageState state) {
    return switch (state) {
      case OK -> "✓";
      case FINDING -> "▲";
      case UNKNOWN -> "?";
      case NOT_APPLICABLE -> "–";
      case NOT_RUN -> "○";
    };
  }

  /** What is said of a finding's novelty; empty where there is nothing to say. */
  static String tag(Novelty novelty) {
    return switch (novelty) {
      case NEW -> "new";
      case WORSE -> "worse";
      case REVEALED -> "first look";
      case FIRST, STILL -> "";
    };
  }

  /** The same over all nodes of a finding: {@code new on 2 of 9}; or that it is accepted. */
  static String tag(Report.Finding finding) {
    if (finding.accepted()) {
      return "accepted";
    }
    int nodes = finding.nodes().size();
    long fresh = finding.nodes().stream().filter(on -> on.novelty() == Novelty.NEW).count();
    boolean some = fresh > 0 && fresh < nodes;
    return some ? "new on " + fresh + " of " + nodes : tag(finding.novelty());
  }

  static String verdict(Verdict verdict) {
    return verdict.worst().map(Marks::of).orElse(verdict.complete() ? "✓" : "?");
  }

  static Role role(Verdict verdict) {
    return verdict.worst().map(Marks::role).orElse(verdict.complete() ? Role.GOOD : Role.WARNING);
  }
}
