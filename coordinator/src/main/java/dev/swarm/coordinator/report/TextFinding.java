package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import java.io.IOException;
import java.util.List;

/** A finding: what, where, the lines it rests on, what to do, and how to see it oneself. */
final class TextFinding {
  private static final int NODES = 6;

  private final TextPage page;
  private final boolean single;
  private final Report.Run run;

  TextFinding(TextPage page, Report report) {
    this.page = page;
    this.single = report.nodes().size() == 1;
    this.run = report.run();
  }

  void render(Report.Finding finding) throws IOException {
    var worst = finding.nodes().getFirst();
    page.blank();
    title(finding);
    page.quiet(where(finding, worst));
    if (!finding.detail().isBlank()) {
      page.text(finding.detail());
    }
    var quotes = new TextEvidence(page, run, finding, worst);
    quotes.proof();
    page.labelled("measured", worst.measured());
    page.labelled("remedy", finding.remedy());
    page.labelled("see", worst.see(), List.of(Role.COMMAND));
    page.labelled(
        "model says",
        worst.explanation().map(words -> "“" + words + "” — " + worst.mind()).orElse(""));
    quotes.followUps();
    others(finding);
  }

  private void title(Report.Finding finding) throws IOException {
    var role = Marks.role(finding.severity());
    var gutter = Columns.pad(Marks.of(finding.severity()) + " " + finding.severity().id(), 12);
    var tag = Marks.tag(finding);
    var rows = Columns.wrap(finding.title(), page.room() - tag.length() - 1);
    var first = Columns.pad(rows.getFirst(), page.room() - tag.length());
    page.line(
        page.paint(role, gutter) + page.paint(Role.TITLE, first) + page.paint(Role.FRESH, tag));
    page.rows(" ".repeat(12), rows.subList(1, rows.size()), List.of(Role.TITLE));
  }

  private String where(Report.Finding finding, Report.Occurrence worst) {
    var check = finding.check().map(Object::toString).orElse("no check · " + finding.area());
    if (single) {
      return check;
    }
    int others = finding.nodes().size() - 1;
    var more = others == 0 ? "" : " and " + others + " more";
    return worst.node() + more + " · " + check;
  }

  private void others(Report.Finding finding) throws IOException {
    var label = "also on";
    var others = finding.nodes().subList(1, finding.nodes().size());
    for (Report.Occurrence on : others.subList(0, Math.min(NODES, others.size()))) {
      var tag = Marks.tag(on.novelty()).isEmpty() ? "" : " (" + Marks.tag(on.novelty()) + ")";
      var gutter = " ".repeat(10 - label.length()) + label + "  ";
      var text = on.node() + ": " + on.severity().id() + ", " + on.title() + tag;
      page.rows(page.paint(Role.QUIET, gutter), Columns.wrap(text, page.room()), List.of());
      label = "";
    }
    if (others.size() > NODES) {
      page.quiet(Words.more(others.size() - NODES, "more node", Words.show(run)));
    }
  }
}
