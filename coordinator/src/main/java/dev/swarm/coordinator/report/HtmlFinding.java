package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import java.util.ArrayList;
import java.util.List;

/** A finding on the page: a card, with its proof first. */
final class HtmlFinding {
  private static final int NODES = 200;
  private static final Template FINDING = Template.named("finding.html");
  private static final Template TERM = Template.named("term.html");
  private static final Template COMMAND = Template.named("command.html");
  private static final Template OTHERS = Template.named("others.html");
  private static final Template OTHER = Template.named("other.html");

  private final HtmlEvidence evidence;

  HtmlFinding(Report report) {
    evidence = new HtmlEvidence(report.run());
  }

  Html of(Report.Finding finding) {
    var worst = finding.nodes().getFirst();
    return FINDING.fill(
        text("severity", finding.severity().id()),
        text("mark", Marks.of(finding.severity())),
        text("title", finding.title()),
        html("tag", tag(Marks.tag(finding))),
        text("check", finding.check().map(Object::toString).orElse("no check")),
        text("area", finding.area().value()),
        text("where", where(finding)),
        html("detail", term("", finding.detail())),
        html("proof", evidence.proof(finding, worst)),
        html("terms", terms(finding, worst)),
        html("follow-ups", evidence.followUps(finding, worst)),
        html("others", others(finding)));
  }

  private static Html tag(String tag) {
    return new Html("<span class=\"tag\">" + tag + "</span>").when(!tag.isEmpty());
  }

  private static String where(Report.Finding finding) {
    int others = finding.nodes().size() - 1;
    var node = finding.nodes().getFirst().node();
    return others == 0 ? node : node + " and " + others + " more";
  }

  private static Html terms(Report.Finding finding, Report.Occurrence worst) {
    var see = COMMAND.fill(text("command", worst.see()));
    return Html.join(
        List.of(
            term("Measured", worst.measured()),
            term("Remedy", finding.remedy()),
            see.when(!worst.see().isBlank()),
            term(
                worst.mind() + " says",
                worst.explanation().map(words -> "“" + words + "”").orElse(""))));
  }

  private static Html term(String name, String text) {
    return name.isEmpty()
        ? new Html("<p class=\"detail\">" + Html.text(text).markup() + "</p>").when(!text.isBlank())
        : TERM.fill(text("name", name), text("text", text)).when(!text.isBlank());
  }

  private static Html others(Report.Finding finding) {
    var others = finding.nodes().subList(1, finding.nodes().size());
    var rows = new ArrayList<Html>();
    for (Report.Occurrence on : others.subList(0, Math.min(NODES, others.size()))) {
      rows.add(
          OTHER.fill(
              text("node", on.node()),
              text("severity", on.severity().id()),
              text("mark", Marks.of(on.severity())),
              text("title", on.title()),
              html("tag", tag(Marks.tag(on.novelty()))),
              text("measured", on.measured())));
    }
    var more = others.size() > NODES ? "… and " + (others.size() - NODES) + " more nodes" : "";
    return OTHERS
        .fill(
            text("count", Words.many(others.size(), "more node")),
            html("rows", Html.join(rows)),
            text("more", more))
        .when(!others.isEmpty());
  }
}
