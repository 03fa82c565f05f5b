package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import java.time.ZoneId;
import java.util.List;

/** A finding on the page: a card, with its proof first. */
final class HtmlFinding {
  private static final int GROUPS = 200;
  private static final int NODES = 400;
  private static final int NAMES = 12;
  private static final Template FINDING = Template.named("finding.html");
  private static final Template TERM = Template.named("term.html");
  private static final Template COMMAND = Template.named("command.html");
  private static final Template OTHERS = Template.named("others.html");
  private static final Template OTHER = Template.named("other.html");

  private final HtmlEvidence evidence;
  private final Report report;
  private final Citations citations;
  private final ZoneId zone;

  HtmlFinding(Report report, ZoneId zone) {
    this.zone = zone;
    this.report = report;
    this.citations = Citations.of(report);
    evidence = new HtmlEvidence(report.run());
  }

  /**
   * @param open whether it shows its proof at once
   */
  Html of(Report.Finding finding, boolean open) {
    var worst = finding.nodes().getFirst();
    return FINDING.fill(
        text("severity", finding.severity().id()),
        html("open", new Html(" open").when(open)),
        text("mark", Marks.of(finding.severity())),
        text("title", finding.title()),
        html("tag", tag(Marks.tag(finding))),
        text("check", finding.check().map(Object::toString).orElse("no check")),
        text("area", finding.area().value()),
        text("where", where(finding)),
        html("detail", term("", detail(finding, worst))),
        html("proof", evidence.proof(finding, worst)),
        html("terms", terms(finding, worst)),
        html("follow-ups", evidence.followUps(finding, worst)),
        html("others", others(finding)));
  }

  private static String detail(Report.Finding finding, Report.Occurrence worst) {
    boolean one = finding.nodes().size() == 1 || finding.detail().isBlank();
    return one ? finding.detail() : worst.node() + ": " + finding.detail();
  }

  private static Html tag(String tag) {
    return new Html("<span class=\"tag\">" + tag + "</span>").when(!tag.isEmpty());
  }

  private String where(Report.Finding finding) {
    var id = report.summary().isPresent() ? " · " + citations.id(finding) : "";
    return Words.where(finding, report, NAMES) + id;
  }

  private Html terms(Report.Finding finding, Report.Occurrence worst) {
    var see = COMMAND.fill(text("command", worst.see()));
    return Html.join(
        List.of(
            term("Measured", worst.measured()),
            term("Remedy", finding.remedy()),
            see.when(!worst.see().isBlank()),
            term(
                worst.mind() + " says",
                worst.explanation().map(words -> "“" + words + "”").orElse("")),
            term("Judged", String.join("; ", Acceptance.words(finding, zone)))));
  }

  private static Html term(String name, String text) {
    return name.isEmpty()
        ? new Html("<p class=\"detail\">" + Html.text(text).markup() + "</p>").when(!text.isBlank())
        : TERM.fill(text("name", name), text("text", text)).when(!text.isBlank());
  }

  /** By what is said; the card is about the worst. */
  private Html others(Report.Finding finding) {
    var groups = Alike.of(finding);
    var rows = Words.first(groups, GROUPS).stream().map(HtmlFinding::row).toList();
    int rest = groups.stream().skip(GROUPS).mapToInt(group -> group.on().size()).sum();
    return OTHERS
        .fill(
            text("count", Words.many(finding.nodes().size(), "node")),
            html("rows", Html.join(rows)),
            text("more", ModelWords.more(rest, "node")))
        .when(finding.nodes().size() > 1);
  }

  private static Html row(Alike group) {
    return OTHER.fill(
        text("node", group.names(NODES)),
        text("severity", group.severity().id()),
        text("mark", Marks.of(group.severity())),
        text("title", group.title()),
        html("tag", tag(Marks.tag(group.novelty()))),
        text("measured", group.on().getFirst().measured()));
  }
}
