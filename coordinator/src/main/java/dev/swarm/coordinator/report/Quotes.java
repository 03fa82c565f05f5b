package dev.swarm.coordinator.report;

import java.util.List;

/** What a quote is made of. */
final class Quotes {
  private Quotes() {}

  /** Whether it is proof, not a follow-up: from the tool that the first evidence is from. */
  static boolean proves(Report.Occurrence on, Report.Evidence evidence) {
    return evidence.tool().equals(on.evidence().getFirst().tool());
  }

  /** The quoted lines, without the break that ends the last one. */
  static List<String> lines(Report.Evidence evidence) {
    return evidence.quote().lines().toList();
  }
}
