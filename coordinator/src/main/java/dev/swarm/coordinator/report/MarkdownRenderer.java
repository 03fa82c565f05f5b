package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.NodeNames;
import dev.swarm.protocol.CoverageState;
import java.io.IOException;
import java.util.List;

/** The report for a ticket, a wiki or a pull request. */
final class MarkdownRenderer implements Renderer {
  private static final int NODES = 100;
  private static final String COLUMNS =
      " ok | finding | unknown | n/a | not run | calls | time |\n";

  @Override
  public void render(Report report, Options options, Appendable out) throws IOException {
    headline(Verdict.of(report, options), out);
    var fleet = new MarkdownFleet(out);
    fleet.summary(report);
    question(report, out);
    new MarkdownFinding(out, report, options.zone()).all();
    fleet.contradictions(report);
    fixed(report, out);
    areas(report, out);
    gaps(report, out);
    new MarkdownModels(out).render(report);
    claims("Refuted claims", ByMind.of(report, report.refuted()), out);
    claims("Unproven claims", ByMind.of(report, report.unproven()), out);
    sums(report, options, out);
  }

  private static void headline(Verdict verdict, Appendable out) throws IOException {
    out.append("# " + Marks.verdict(verdict) + " " + Markdown.text(verdict.found()) + "\n\n");
    out.append(Markdown.text(verdict.news()) + "\n");
    if (!verdict.complete()) {
      out.append("\n**" + Markdown.text(verdict.missing()) + "**\n");
    }
    if (!verdict.unseen().isEmpty()) {
      out.append("\n" + Markdown.text(verdict.unseen()) + "\n");
    }
  }

  private static void question(Report report, Appendable out) throws IOException {
    if (report.question().isPresent()) {
      var question = report.question().get();
      out.append("\n**Asked:** " + Markdown.text(question.asked()) + "\n");
      if (question.synthesis().isPresent()) {
        out.append("\n");
        new MarkdownFleet(out).sentences(question.synthesis().get());
      }
      boolean many = report.nodes().size() > 1;
      for (Question.Answer answer : Words.first(question.answers(), TextQuestion.ANSWERS)) {
        out.append("\n> " + Markdown.text(TextQuestion.words(answer, many)) + "\n");
      }
      int more = question.answers().size() - TextQuestion.ANSWERS;
      if (more > 0) {
        out.append("\n… " + more + " more answers\n");
      }
      if (question.answers().isEmpty() && question.synthesis().isEmpty()) {
        out.append("\n" + Markdown.text(TextQuestion.NONE) + "\n");
      }
    }
  }

  private static void fixed(Report report, Appendable out) throws IOException {
    if (report.changes().isEmpty()) {
      return;
    }
    var changes = report.changes().get();
    if (!changes.fixed().isEmpty() || !changes.notLookedAt().isEmpty()) {
      out.append("\n## Since the last audit\n\n");
      changes(" ✓ fixed: ", changes.fixed(), out);
      changes(" ? not looked at again: ", changes.notLookedAt(), out);
    }
  }

  private static void changes(String word, List<Report.Change> changes, Appendable out)
      throws IOException {
    for (Report.Change change : changes) {
      var text = change.node() + ", " + change.title() + " — " + change.reason();
      out.append("-" + word + Markdown.text(text) + "\n");
    }
  }

  private static void areas(Report report, Appendable out) throws IOException {
    out.append("\n## Areas\n\n| area |" + COLUMNS + "|:---|" + "---:|".repeat(7) + "\n");
    for (Report.AreaLine area : report.areas()) {
      out.append("| " + Markdown.text(area.area().value()) + " |");
      for (CoverageState state : CoverageState.values()) {
        out.append(" " + area.checks().getOrDefault(state, 0) + " |");
      }
      out.append(" " + area.toolCalls() + " | " + Words.duration(area.durationMillis()) + " |\n");
    }
  }

  private static void gaps(Report report, Appendable out) throws IOException {
    var nodes = Reasoned.of(report);
    var gaps = Gap.of(report);
    if (nodes.isEmpty() && gaps.isEmpty()) {
      return;
    }
    out.append("\n## Could not be looked at\n\n");
    for (Reasoned group : nodes) {
      out.append("- **" + Ids.words(group.state()) + "** node ");
      out.append(Markdown.text(group.names(NODES) + ": " + group.reason()) + "\n");
    }
    for (Gap gap : gaps) {
      out.append("- **" + gap.cause() + "** " + Markdown.text(gap.reason()) + ": ");
      out.append(Markdown.text(Words.some(gap.checks(), 10)));
      out.append(" on " + Markdown.text(NodeNames.shortly(gap.nodes(), 10)) + "\n");
      for (String hint : gap.hints()) {
        out.append("  - → " + Markdown.text(hint) + "\n");
      }
    }
  }

  private static void claims(String title, List<List<Report.Claim>> byMind, Appendable out)
      throws IOException {
    var claims = byMind.stream().flatMap(List::stream).toList();
    if (claims.isEmpty()) {
      return;
    }
    out.append("\n## " + title + "\n\nNo part of the verdict.\n\n");
    for (Report.Claim claim : claims) {
      var what = claim.node() + ", " + claim.subject() + ": “" + claim.claimed() + "”";
      out.append("- " + Markdown.text(what) + " — " + Markdown.text(claim.mind()) + "\n");
      out.append("  - measured: " + Markdown.text(claim.measured()) + "\n");
      out.append("  - because: " + Markdown.text(claim.reason()) + "\n");
    }
  }

  private static void sums(Report report, Options options, Appendable out) throws IOException {
    out.append("\n## In sum\n\n");
    out.append("- " + Words.nodes(report) + "\n");
    out.append("- " + Words.subtasks(report.totals()) + "\n");
    out.append("- " + Words.checks(report.totals()) + "\n");
    out.append("- " + Words.findings(report.totals()) + "\n");
    out.append("\n" + Markdown.text(Words.made(report, options)) + "\n");
    out.append("\nRun " + Markdown.code(report.run().id().value()) + "\n");
  }
}
