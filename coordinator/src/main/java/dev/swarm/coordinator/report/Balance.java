package dev.swarm.coordinator.report;

import dev.swarm.protocol.CoverageState;
import java.util.HashSet;
import java.util.Map;

/** The promise that the numbers of a report add up, kept in the path of every report. */
final class Balance {
  private Balance() {}

  /**
   * Counts again, another way than {@link Sums} did.
   *
   * @throws UnbalancedReportException at the first sum that does not hold
   */
  static void check(Report report) {
    subtasks(report);
    coverage(report);
    findings(report);
    report.models().ifPresent(models -> ModelBalance.check(models, report.subtasks().size()));
    var totals = report.totals();
    equal("nodes", report.nodes().size(), "Σ states", Count.sum(totals.nodes()));
    equal("unproven", totals.unproven(), "listed", report.unproven().size());
    equal("refuted", totals.refuted(), "listed", report.refuted().size());
    int calls = report.areas().stream().mapToInt(Report.AreaLine::toolCalls).sum();
    equal("tool calls", totals.toolCalls(), "Σ areas", calls);
  }

  private static void subtasks(Report report) {
    var totals = report.totals().subtasks();
    equal("subtasks targeted", totals.targeted(), "listed", report.subtasks().size());
    int failed = Count.sum(totals.failed());
    int open = Count.sum(totals.open());
    equal(
        "subtasks targeted",
        totals.targeted(),
        totals.completed() + " completed + " + failed + " failed + " + open + " open",
        totals.completed() + failed + open);
    for (Ending ending : Ending.values()) {
      equal(ending.id(), counted(totals, ending), "listed", listed(report, ending));
    }
    var ids = new HashSet<>(report.subtasks().stream().map(Report.Work::id).toList());
    equal("subtasks", report.subtasks().size(), "distinct", ids.size());
  }

  private static int counted(Totals.SubtaskTotals totals, Ending ending) {
    if (ending == Ending.COMPLETED) {
      return totals.completed();
    }
    Map<Ending, Integer> part = ending.open() ? totals.open() : totals.failed();
    return part.getOrDefault(ending, 0);
  }

  private static int listed(Report report, Ending ending) {
    return Math.toIntExact(
        report.subtasks().stream().filter(work -> work.outcome() == ending).count());
  }

  private static void coverage(Report report) {
    var totals = report.totals().coverage();
    equal("checks", totals.checks(), "listed", report.coverage().size());
    equal("checks", totals.checks(), "Σ states", Count.sum(totals.states()));
    var places = new HashSet<String>();
    report.coverage().forEach(c -> places.add(c.node() + "\n" + c.check()));
    equal("checks", totals.checks(), "distinct (node, check)", places.size());
    int unknown = totals.states().getOrDefault(CoverageState.UNKNOWN, 0);
    equal("unknown", unknown, "Σ causes", Count.sum(totals.unknown()));
    int byArea = report.areas().stream().mapToInt(area -> Count.sum(area.checks())).sum();
    equal("checks", totals.checks(), "Σ areas", byArea);
  }

  private static void findings(Report report) {
    var totals = report.totals().findings();
    equal("findings", totals.distinct(), "listed", report.findings().size());
    int counting = Count.sum(totals.severities());
    equal(
        "findings",
        totals.distinct(),
        counting + " by severity + " + totals.accepted() + " accepted",
        counting + totals.accepted());
    int occurrences = report.areas().stream().mapToInt(Report.AreaLine::findings).sum();
    equal("occurrences", totals.occurrences(), "Σ areas", occurrences);
    report
        .changes()
        .ifPresent(changes ->
            atMost(
                "findings new, revealed and still",
                changes.fresh().size() + changes.revealed().size() + changes.still().size(),
                "occurrences",
                totals.occurrences()));
  }

  static void equal(String what, long one, String other, long two) {
    if (one != two) {
      throw new UnbalancedReportException(
          "could not report: " + what + " " + one + " ≠ " + other + " " + two);
    }
  }

  private static void atMost(String what, int one, String other, int two) {
    if (one > two) {
      throw new UnbalancedReportException(
          "could not report: " + what + " " + one + " > " + other + " " + two);
    }
  }
}
