package dev.swarm.coordinator.report;

import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts what the lists hold. */
final class Sums {
  private Sums() {}

  static Totals of(
      List<Report.Node> nodes,
      List<Report.Work> works,
      List<Report.Cover> coverage,
      List<Report.Finding> findings,
      int unproven,
      int refuted) {
    return new Totals(
        Count.by(NodeState.class, nodes, Report.Node::state),
        subtasks(works),
        coverage(coverage),
        findings(findings),
        unproven,
        refuted,
        works.stream().mapToInt(Report.Work::turns).sum(),
        works.stream().mapToInt(Report.Work::toolCalls).sum());
  }

  private static Totals.SubtaskTotals subtasks(List<Report.Work> works) {
    var endings = Count.by(Ending.class, works, Report.Work::outcome);
    return new Totals.SubtaskTotals(
        works.size(),
        endings.getOrDefault(Ending.COMPLETED, 0),
        only(endings, Ending::failed),
        only(endings, Ending::open));
  }

  private static Map<Ending, Integer> only(Map<Ending, Integer> all, Predicate<Ending> which) {
    var some = Count.zeros(Ending.class, Stream.of(Ending.values()).filter(which).toList());
    some.replaceAll((ending, _) -> all.getOrDefault(ending, 0));
    return some;
  }

  private static Totals.CoverageTotals coverage(List<Report.Cover> covers) {
    var causes = covers.stream().map(Report.Cover::blindness).flatMap(Optional::stream).toList();
    return new Totals.CoverageTotals(
        covers.size(),
        Count.by(CoverageState.class, covers, Report.Cover::state),
        Count.by(Blindness.class, causes, cause -> cause));
  }

  private static Totals.FindingTotals findings(List<Report.Finding> findings) {
    var counting = findings.stream().filter(finding -> !finding.accepted()).toList();
    return new Totals.FindingTotals(
        findings.size(),
        findings.stream().mapToInt(finding -> finding.nodes().size()).sum(),
        Count.by(Severity.class, counting, Report.Finding::severity),
        findings.size() - counting.size());
  }
}
