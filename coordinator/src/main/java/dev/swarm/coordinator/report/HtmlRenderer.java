package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The report as one self-contained page: no script, no request to anywhere; its policy allows the
 * one style sheet inside by hash, and nothing else.
 */
final class HtmlRenderer implements Renderer {
  private static final Template HEAD = Template.named("head.html");
  private static final Template TAIL = Template.named("tail.html");
  private static final String FINDINGS =
      "<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">Findings</h2>\n";

  /** How many findings show their proof at once; the others at a click, a key, or on paper. */
  private static final int OPEN = 5;

  private static final String STYLE = Template.resource("report.css");

  /** What the page may load and do, for a browser: the page says it too, for whoever keeps it. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(STYLE)
          + "'; base-uri 'none'; form-action 'none'";

  @Override
  public void render(Report report, Options options, Appendable out) throws IOException {
    out.append(head(report, options).markup());
    out.append(HtmlNext.of(report).markup());
    out.append(FINDINGS);
    out.append(question(report).markup());
    if (report.findings().isEmpty()) {
      out.append("<p class=\"empty\">Nothing was found that needs attention.</p>\n");
    }
    var finding = new HtmlFinding(report, options.zone());
    int shown = 0;
    for (Report.Finding each : report.findings()) {
      out.append(finding.of(each, shown++ < OPEN).markup());
    }
    out.append("</section>\n");
    out.append(HtmlFleet.contradictions(report).markup());
    out.append(HtmlChanges.of(report).markup());
    out.append(HtmlCoverage.of(report).markup());
    out.append(HtmlGaps.of(report).markup());
    out.append(HtmlModels.of(report).markup());
    out.append(HtmlClaims.of(report).markup());
    out.append(tail(report, options).markup());
  }

  private static Html head(Report report, Options options) {
    var verdict = Verdict.of(report, options);
    var totals = report.totals();
    var severities = totals.findings().severities();
    return HEAD.fill(
        html("policy", new Html(POLICY)),
        html("style", new Html(STYLE)),
        text("tone", tone(verdict)),
        text("mark", Marks.verdict(verdict)),
        text("found", verdict.found()),
        text("news", verdict.news()),
        html("missing", missing(report, verdict)),
        html("bar", HtmlBar.of(totals)),
        html("contents", HtmlContents.of(report)),
        text("when", Words.time(report.run().startedAt(), options.zone())),
        text("critical", ModelWords.number(severities.getOrDefault(Severity.CRITICAL, 0))),
        text("warning", ModelWords.number(severities.getOrDefault(Severity.WARNING, 0))),
        text("info", ModelWords.number(severities.getOrDefault(Severity.INFO, 0))),
        text("seen", ModelWords.number(seen(totals))),
        text("checks", ModelWords.number(totals.coverage().checks())),
        text("complete", ModelWords.number(totals.nodes().getOrDefault(NodeState.COMPLETE, 0))),
        text("nodes", ModelWords.number(report.nodes().size())));
  }

  private static Html question(Report report) {
    var lines = new ArrayList<Html>();
    report
        .question()
        .ifPresent(question -> {
          lines.add(paragraph("asked", "Asked: " + question.asked()));
          question.synthesis().map(HtmlFleet::sentences).ifPresent(lines::add);
          boolean many = report.nodes().size() > 1;
          question
              .answers()
              .forEach(one -> lines.add(paragraph("answer", TextQuestion.words(one, many))));
          lines.add(
              paragraph("answer", TextQuestion.NONE)
                  .when(question.answers().isEmpty() && question.synthesis().isEmpty()));
        });
    return Html.join(lines);
  }

  private static Html missing(Report report, Verdict verdict) {
    var parts = new ArrayList<Html>();
    verdict.alarms().forEach(alarm -> parts.add(paragraph("missing", "! " + alarm)));
    parts.add(missing(verdict));
    parts.add(HtmlFleet.summary(report));
    return Html.join(parts);
  }

  private static Html missing(Verdict verdict) {
    var missing = paragraph("missing", verdict.missing()).when(!verdict.complete());
    var unseen = paragraph("unseen", verdict.unseen()).when(!verdict.unseen().isEmpty());
    return Html.join(List.of(missing, unseen));
  }

  private static Html paragraph(String kind, String text) {
    return new Html("<p class=\"" + kind + "\">" + Html.text(text).markup() + "</p>");
  }

  private static String tone(Verdict verdict) {
    return verdict.worst().map(Severity::id).orElse(verdict.complete() ? "ok" : "unknown");
  }

  private static int seen(Totals totals) {
    var states = totals.coverage().states();
    return totals.coverage().checks()
        - states.getOrDefault(CoverageState.UNKNOWN, 0)
        - states.getOrDefault(CoverageState.NOT_RUN, 0);
  }

  private static Html tail(Report report, Options options) {
    var run = report.run();
    return TAIL.fill(
        text("nodes", Words.nodes(report)),
        text("subtasks", Words.subtasks(report.totals())),
        text("checks", Words.checks(report.totals())),
        text("findings", Words.findings(report.totals())),
        text("run", run.id().value()),
        text("kept", run.kept() ? "kept; " + Words.show(run) + " shows it again" : "not kept"),
        text("started", Words.time(run.startedAt(), options.zone())),
        text("took", Words.duration(run.durationMillis())),
        text("calls", Words.many(report.totals().toolCalls(), "tool call")),
        text("mind", run.mind()),
        text("sandbox", run.sandbox().isEmpty() ? "none" : String.join("; ", run.sandbox())),
        text("version", run.version()),
        text("exit", "" + ExitCode.of(report, options.policy()).code()));
  }

  private static String hash(String style) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
