package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** A finding: what, where, the lines it rests on, what to do, and how to see it oneself. */
final class TextFinding {
  private static final int GROUPS = 6;
  private static final int NAMES = 6;
  private static final int GLIMPSES = 2;

  private final TextPage page;
  private final Report report;
  private final boolean single;
  private final Report.Run run;
  private final Citations citations;
  private final ZoneId zone;

  TextFinding(TextPage page, Report report, ZoneId zone) {
    this.zone = zone;
    this.page = page;
    this.report = report;
    this.single = report.nodes().size() == 1;
    this.run = report.run();
    this.citations = Citations.of(report);
  }

  void render(Report.Finding finding) throws IOException {
    var worst = finding.nodes().getFirst();
    page.blank();
    title(finding);
    page.quiet(where(finding));
    if (!finding.detail().isBlank()) {
      page.text((finding.nodes().size() == 1 ? "" : worst.node() + ": ") + finding.detail());
    }
    var quotes = new TextEvidence(page, run, finding, worst);
    quotes.proof();
    page.labelled("measured", worst.measured());
    page.labelled("remedy", finding.remedy());
    page.labelled("see", worst.see(), List.of(Role.COMMAND));
    page.labelled(
        "model says",
        worst.explanation().map(words -> "“" + words + "” — " + worst.mind()).orElse(""));
    for (var said : Acceptance.words(finding, zone)) {
      page.labelled("judged", said);
    }
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

  /** One line for one of many findings. */
  void brief(Report.Finding finding) throws IOException {
    title(finding);
    page.quiet(where(finding));
  }

  private String where(Report.Finding finding) {
    var check = finding.check().map(Object::toString).orElse("no check · " + finding.area());
    if (single) {
      return check;
    }
    var id = report.summary().isPresent() ? " · " + citations.id(finding) : "";
    return Words.where(finding, report, NAMES) + " · " + check + id;
  }

  /** The other nodes, those alike together. */
  private void others(Report.Finding finding) throws IOException {
    var groups = Alike.others(finding);
    var label = "also on";
    for (Alike group : Words.first(groups, GROUPS)) {
      var tag = Marks.tag(group.novelty()).isEmpty() ? "" : " (" + Marks.tag(group.novelty()) + ")";
      var gutter = " ".repeat(10 - label.length()) + label + "  ";
      var text = group.names(NAMES) + ": " + group.severity().id() + ", " + group.title() + tag;
      page.rows(page.paint(Role.QUIET, gutter), Columns.wrap(text, page.room()), List.of());
      label = "";
    }
    for (Alike group : Words.first(groups, GLIMPSES)) {
      new TextEvidence(page, run, finding, group.on().getFirst()).glimpse();
    }
    int rest = groups.stream().skip(GROUPS).mapToInt(group -> group.on().size()).sum();
    if (rest > 0) {
      page.quiet(Words.more(rest, "more node", Words.everything(run)));
    }
  }
}
