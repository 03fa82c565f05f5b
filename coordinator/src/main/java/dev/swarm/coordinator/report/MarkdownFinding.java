package dev.swarm.coordinator.report;

import java.io.IOException;
import java.util.List;

/** A finding in Markdown. */
final class MarkdownFinding {
  private static final int NODES = 20;
  private static final int LINES = 20;

  private final Appendable out;
  private final Report.Run run;

  MarkdownFinding(Appendable out, Report report) {
    this.out = out;
    this.run = report.run();
  }

  void render(Report.Finding finding) throws IOException {
    var worst = finding.nodes().getFirst();
    var mark = Marks.of(finding.severity()) + " " + finding.severity().id();
    var tag = Marks.tag(finding);
    out.append("\n## " + mark + ": " + Markdown.text(finding.title()));
    out.append(tag.isEmpty() ? "\n\n" : " (" + tag + ")\n\n");
    out.append(Markdown.text(worst.node()) + " · ");
    out.append(finding.check().map(id -> Markdown.code(id.value())).orElse("no check") + "\n");
    paragraph(finding.detail());
    evidence(finding, worst);
    item("measured", worst.measured());
    item("remedy", finding.remedy());
    if (!worst.see().isBlank()) {
      out.append("\nSee: " + Markdown.code(worst.see()) + "\n");
    }
    item("the model’s words", worst.explanation().orElse(""));
    others(finding.nodes().subList(1, finding.nodes().size()));
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

  private void others(List<Report.Occurrence> others) throws IOException {
    if (others.isEmpty()) {
      return;
    }
    out.append("\n| also on | severity | what | measured |\n|:---|:---|:---|:---|\n");
    for (Report.Occurrence on : others.subList(0, Math.min(NODES, others.size()))) {
      out.append("| " + Markdown.text(on.node()) + " | " + on.severity().id() + " | ");
      out.append(Markdown.text(on.title()) + " | " + Markdown.text(on.measured()) + " |\n");
    }
    if (others.size() > NODES) {
      out.append("\n… " + (others.size() - NODES) + " more nodes\n");
    }
  }
}
