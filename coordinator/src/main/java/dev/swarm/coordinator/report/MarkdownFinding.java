package dev.swarm.coordinator.report;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** A finding in Markdown. */
final class MarkdownFinding {
  private static final int FULL = 30;
  private static final int BRIEF = 100;
  private static final int NAMES = 20;
  private static final int GROUPS = 20;
  private static final int LINES = 20;

  private final Appendable out;
  private final Report.Run run;
  private final Report report;
  private final Citations citations;
  private final ZoneId zone;

  MarkdownFinding(Appendable out, Report report, ZoneId zone) {
    this.zone = zone;
    this.out = out;
    this.run = report.run();
    this.report = report;
    this.citations = Citations.of(report);
  }

  /** Of a fleet's many, the first in full, and a line for each of the others. */
  void all() throws IOException {
    int full = report.nodes().size() == 1 ? report.findings().size() : FULL;
    for (Report.Finding each : Words.first(report.findings(), full)) {
      render(each);
    }
    var others = report.findings().stream().skip(full).toList();
    if (!others.isEmpty()) {
      out.append("\n## Further findings\n\n");
    }
    for (Report.Finding each : Words.first(others, BRIEF)) {
      out.append("- " + Marks.of(each.severity()) + " " + Markdown.text(each.title()));
      out.append(" — " + Markdown.text(Words.where(each, report, NAMES)) + "\n");
    }
    if (others.size() > BRIEF) {
      out.append("- … " + (others.size() - BRIEF) + " more\n");
    }
  }

  private void render(Report.Finding finding) throws IOException {
    var worst = finding.nodes().getFirst();
    var mark = Marks.of(finding.severity()) + " " + finding.severity().id();
    var tag = Marks.tag(finding);
    out.append("\n## " + mark + ": " + Markdown.text(finding.title()));
    out.append(tag.isEmpty() ? "\n\n" : " (" + tag + ")\n\n");
    out.append(Markdown.text(Words.where(finding, report, NAMES)) + " · ");
    out.append(finding.check().map(id -> Markdown.code(id.value())).orElse("no check"));
    out.append(report.summary().isPresent() ? " · " + citations.id(finding) + "\n" : "\n");
    boolean one = finding.nodes().size() == 1 || finding.detail().isBlank();
    paragraph(one ? finding.detail() : worst.node() + ": " + finding.detail());
    evidence(finding, worst);
    item("measured", worst.measured());
    item("remedy", finding.remedy());
    if (!worst.see().isBlank()) {
      out.append("\nSee: " + Markdown.code(worst.see()) + "\n");
    }
    item("the model’s words", worst.explanation().orElse(""));
    for (var said : Acceptance.words(finding, zone)) {
      item("judged", said);
    }
    others(Alike.others(finding));
  }

  private void paragraph(String text) throws IOException {
    if (!text.isBlank()) {
      out.append("\n" + Markdown.text(text) + "\n");
    }
  }

  private void item(String label, String text) throws IOException {
    if (!text.isBlank()) {
      out.append("\n" + label + ": " + Markdown.text(text) + "\n");
    }
  }

  private void evidence(Report.Finding finding, Report.Occurrence on) throws IOException {
    for (Report.Evidence evidence : on.evidence()) {
      var lines = Quotes.lines(evidence);
      var then = Quotes.proves(on, evidence) ? "" : "then ";
      out.append("\n" + then + Markdown.code(Words.argv(evidence.argv())));
      out.append(", from line " + evidence.lines().first() + ":\n\n");
      out.append(Markdown.fence(lines.subList(0, Math.min(LINES, lines.size()))));
      if (lines.size() > LINES) {
        var show = Words.show(run, finding, on, evidence);
        out.append("\n… " + Words.many(lines.size() - LINES, "more line") + " ");
        out.append(Markdown.code(show) + "\n");
      }
    }
  }

  private void others(List<Alike> others) throws IOException {
    if (others.isEmpty()) {
      return;
    }
    out.append("\n| also on | severity | what | measured |\n|:---|:---|:---|:---|\n");
    for (Alike group : Words.first(others, GROUPS)) {
      out.append("| " + Markdown.text(group.names(NAMES)) + " | " + group.severity().id() + " | ");
      out.append(Markdown.text(group.title()) + " | ");
      out.append(Markdown.text(group.on().getFirst().measured()) + " |\n");
    }
    int rest = others.stream().skip(GROUPS).mapToInt(group -> group.on().size()).sum();
    if (rest > 0) {
      out.append("\n… " + Words.many(rest, "more node") + "\n");
    }
  }
}
