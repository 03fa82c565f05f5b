package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.life.Judged;
import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Judgements;
import dev.swarm.protocol.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is accepted leaves the exit code and the sums, not the report. */
final class AcceptanceTest {
  private static final Report PLAIN = Histories.report();
  private static final Instant END = PLAIN.run().endedAt();
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void what_is_accepted_on_every_node_does_not_count_and_is_still_told() {
    var report = judged(accepted(END.minusSeconds(60), END.plus(WEEK)), PLAIN.findings());
    assertEquals(PLAIN.findings().size(), report.findings().size());
    assertEquals(List.of(), report.counting());
    assertEquals(PLAIN.findings().size(), report.totals().findings().accepted());
    assertEquals(0, Count.sum(report.totals().findings().severities()));
    assertEquals(ExitCode.FINDINGS, ExitCode.of(PLAIN, Policy.STANDARD));
    assertEquals(ExitCode.INCOMPLETE, ExitCode.of(report, Policy.STANDARD));
  }

  @Test
  void a_finding_counts_by_the_worst_node_that_has_not_accepted_it() {
    var many =
        PLAIN.findings().stream().filter(f -> f.nodes().size() > 1).findFirst().orElseThrow();
    var worst = many.nodes().getFirst();
    var said = new Judged(worst.node(), many.fingerprint(), accepted(END, END.plus(WEEK)));
    var report = merged(List.of(said));
    var finding = same(report, many);
    assertFalse(finding.accepted());
    assertEquals(worst.node(), finding.nodes().getLast().node());
    assertEquals(finding.nodes().getFirst().severity(), finding.severity());
    assertEquals(many.nodes().size(), finding.nodes().size());
  }

  @Test
  void an_acceptance_ends_at_its_date() {
    assertEquals(0, accepting(accepted(END.minus(WEEK), END)));
    assertEquals(1, accepting(accepted(END.minus(WEEK), END.plusMillis(1))));
  }

  @Test
  void what_is_said_after_the_end_of_a_run_changes_no_report_of_it() {
    var later = judged(accepted(END.plusMillis(1), END.plus(WEEK)), PLAIN.findings());
    assertEquals(PLAIN, later);
  }

  @Test
  void what_is_withdrawn_counts_again() {
    var finding = PLAIN.findings().getFirst();
    var node = finding.nodes().getFirst().node();
    var report =
        merged(
            List.of(
                new Judged(node, finding.fingerprint(), accepted(END, END.plus(WEEK))),
                new Judged(node, finding.fingerprint(), new Judgement.Withdrawn("ann", END, ""))));
    assertEquals(PLAIN, report);
  }

  @Test
  void what_is_called_wrong_counts_and_says_so() {
    var wrong = new Judgement.Wrong("ann", END, "it is a snapshot");
    var report = judged(wrong, PLAIN.findings());
    assertEquals(PLAIN.totals(), report.totals());
    assertTrue(text(Format.TEXT, report).contains("called wrong by ann: it is a snapshot"));
  }

  @Test
  void every_format_says_who_accepted_it_until_when_and_why() {
    var report = judged(accepted(END, Instant.parse("2027-01-02T03:04:05Z")), PLAIN.findings());
    for (var format : Format.values()) {
      var told = text(format, report).replaceAll("\\s+", " ");
      assertTrue(told.contains("ann"), format + " does not say who");
      assertTrue(told.contains("being grown"), format + " does not say why");
      assertTrue(told.contains("2 Jan 2027") || told.contains("2027-01-02"), format + ": when");
    }
  }

  @Test
  void code_scanners_see_a_suppression_and_builds_a_skipped_case() {
    var report = judged(accepted(END, END.plus(WEEK)), PLAIN.findings());
    assertTrue(text(Format.SARIF, report).contains("\"suppressions\""));
    assertFalse(text(Format.SARIF, PLAIN).contains("\"suppressions\""));
    assertFalse(text(Format.JUNIT, report).contains("<failure"));
    assertTrue(text(Format.JUNIT, report).contains("<skipped message=\"accepted by ann"));
  }

  @Test
  void the_document_of_an_accepted_finding_follows_the_schema() {
    var report = judged(accepted(END, END.plus(WEEK)), PLAIN.findings());
    assertEquals(List.of(), Schemas.report(text(Format.JSON, report)));
    assertEquals(List.of(), Schemas.sarif(text(Format.SARIF, report)));
  }

  @Test
  void what_an_operator_wrote_cannot_run_or_hide() {
    var hostile = new Judgement.Accepted("<b>\u001b[2J", END, END.plus(WEEK), "<script>x</script>");
    var report = judged(hostile, PLAIN.findings());
    assertFalse(text(Format.HTML, report).contains("<script"));
    for (var format : Format.values()) {
      assertFalse(text(format, report).contains("\u001b"), format.id());
    }
  }

  private static Judgement accepted(Instant at, Instant until) {
    return new Judgement.Accepted("ann", at, until, "being grown");
  }

  private static int accepting(Judgement judgement) {
    return judged(judgement, List.of(PLAIN.findings().getFirst())).totals().findings().accepted();
  }

  private static Report judged(Judgement judgement, List<Report.Finding> findings) {
    return merged(
        findings.stream()
            .flatMap(finding ->
                finding.nodes().stream()
                    .map(on -> new Judged(on.node(), finding.fingerprint(), judgement)))
            .toList());
  }

  private static Report merged(List<Judged> said) {
    return Merge.merge(Histories.events(), Optional.of(Histories.before()), new Judgements(said));
  }

  private static Report.Finding same(Report report, Report.Finding as) {
    return report.findings().stream()
        .filter(finding -> finding.fingerprint().equals(as.fingerprint()))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Format format, Report report) {
    var options =
        new Options(
            160, Style.PLAIN, new Policy(Severity.INFO, false, true), Options.STANDARD.zone());
    return Histories.render(format, report, options);
  }
}
