package dev.swarm.coordinator.report;

import dev.swarm.coordinator.life.Judgements;
import dev.swarm.protocol.Recorded;
import java.util.List;
import java.util.Optional;

/** The fold from a run's events to its report. Pure: same events, same report. */
public final class Merge {
  private Merge() {}

  /**
   * What came of the run so far.
   *
   * @param events of one run, in any order; an event that is there twice counts once
   * @param previous the report to compare with, normally of the last run over the same nodes
   * @throws IllegalArgumentException if the events are not those of one run, from its start on
   * @throws UnbalancedReportException if the sums do not add up, which would be a bug
   */
  public static Report merge(List<Recorded> events, Optional<Report> previous) {
    return merge(events, previous, Judgements.NONE);
  }

  /**
   * What came of the run so far, with what operators had said of its findings when it ended: what
   * they say later changes no report of before.
   */
  public static Report merge(
      List<Recorded> events, Optional<Report> previous, Judgements judgements) {
    var ledger = Ledger.of(events);
    var nodes = Nodes.of(ledger);
    var compared = FleetFold.compared(ledger, nodes);
    var coverage = Coverages.of(ledger, compared.coverage());
    var works = ledger.lives().stream().map(SubtaskLife::work).toList();
    var found = Found.all(ledger, compared.findings());
    var novelties = new Comparison(works, found, coverage, previous);
    var findings = RollUp.of(found, novelties, judgements, ledger.run().endedAt());
    var unproven = Claims.unproven(ledger);
    var refuted = Claims.refuted(ledger);
    var report =
        new Report(
            Report.SCHEMA_VERSION,
            ledger.run(),
            Sums.of(nodes, works, coverage, findings, unproven.size(), refuted.size()),
            novelties.changes(),
            findings,
            unproven,
            refuted,
            coverage,
            AreaLines.of(works, coverage, findings),
            nodes,
            works,
            ModelSums.of(ledger),
            Question.of(ledger),
            FleetFold.fleet(ledger, nodes, findings, coverage),
            Optional.empty());
    Balance.check(report);
    return report.fleet().isPresent() ? report.summarised(Summing.up(report)) : report;
  }
}
