package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import java.util.ArrayList;
import java.util.List;

/** The cited lines, set off from those around them. */
final class HtmlEvidence {
  private static final int LINES = 20;
  private static final int FEW = 4;
  private static final Template QUOTE = Template.named("quote.html");
  private static final Template FOLLOW = Template.named("follow.html");
  private static final Template LINE = Template.named("line.html");
  private static final Template MORE = Template.named("more.html");

  private final Report.Run run;

  HtmlEvidence(Report.Run run) {
    this.run = run;
  }

  Html proof(Report.Finding finding, Report.Occurrence on) {
    return quotes(finding, on);
  }

  /** What was looked into after it, closed where there is much of it. */
  Html followUps(Report.Finding finding, Report.Occurrence on) {
    return Html.join(
        on.evidence().stream()
            .filter(evidence -> !Quotes.proves(on, evidence))
            .map(evidence -> followUp(finding, on, evidence))
            .toList());
  }

  private Html followUp(Report.Finding finding, Report.Occurrence on, Report.Evidence evidence) {
    int lines = Quotes.lines(evidence).size();
    return FOLLOW.fill(
        html("open", new Html(" open").when(lines <= FEW)),
        text("argv", Words.argv(evidence.argv())),
        text("count", Words.many(lines, "line")),
        html("quotes", quote(finding, on, evidence)));
  }

  private Html quotes(Report.Finding finding, Report.Occurrence on) {
    return Html.join(
        on.evidence().stream()
            .filter(evidence -> Quotes.proves(on, evidence))
            .map(evidence -> quote(finding, on, evidence))
            .toList());
  }

  private Html quote(Report.Finding finding, Report.Occurrence on, Report.Evidence evidence) {
    var quoted = Quotes.lines(evidence);
    var lines = new ArrayList<Html>();
    int first = evidence.lines().first();
    lines.addAll(lines("around", first - evidence.before().size(), evidence.before()));
    lines.addAll(lines("cited", first, quoted.subList(0, Math.min(LINES, quoted.size()))));
    if (quoted.size() <= LINES) {
      lines.addAll(lines("around", evidence.lines().last() + 1, evidence.after()));
    }
    return QUOTE.fill(
        text("argv", Words.argv(evidence.argv())),
        text("call", finding.area() + "/" + evidence.call()),
        html("lines", Html.join(lines)),
        html("more", more(quoted.size(), Words.show(run, finding, on, evidence))));
  }

  private static List<Html> lines(String kind, int first, List<String> lines) {
    var rows = new ArrayList<Html>();
    int number = first;
    for (String line : lines) {
      rows.add(LINE.fill(text("kind", kind), text("number", "" + number++), text("line", line)));
    }
    return rows;
  }

  private static Html more(int lines, String command) {
    return MORE.fill(
            text("count", Words.many(Math.max(0, lines - LINES), "more line")),
            text("command", command))
        .when(lines > LINES);
  }
}
