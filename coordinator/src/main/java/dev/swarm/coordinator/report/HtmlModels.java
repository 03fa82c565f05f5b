package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import java.util.ArrayList;
import java.util.stream.Stream;

/** What models brought, on the page; nothing where none was asked. */
final class HtmlModels {
  private static final int MOST = 200;
  private static final Template MODELS = Template.named("models.html");
  private static final Template ESCALATIONS = Template.named("escalations.html");
  private static final Template ESCALATION = Template.named("escalation.html");
  private static final Template LACKS = Template.named("lacks.html");
  private static final Template LACK = Template.named("lack.html");

  private HtmlModels() {}

  static Html of(Report report) {
    return report.models().map(models -> of(report, models)).orElse(Html.NOTHING);
  }

  private static Html of(Report report, Models models) {
    var rows = new ArrayList<Html>();
    models.shares().stream()
        .map(share -> row(ModelWords.name(share), share.tally()))
        .forEach(rows::add);
    rows.add(row("all", models.total()));
    int unlisted = models.others().map(Models.Others::models).orElse(0);
    return MODELS.fill(
        text("looks", ModelWords.looks(models)),
        html("rows", Html.join(rows)),
        text("more", ModelWords.more(unlisted, "model")),
        html("escalations", escalations(report, models)),
        html("lacks", lacks(report, models)));
  }

  private static Html row(String name, Tally tally) {
    var row = new StringBuilder("<tr><th scope=\"row\">" + Html.text(name).markup() + "</th>");
    var verdicts =
        Stream.of(
            tally.claims(),
            tally.proven(),
            tally.mended(),
            tally.withdrawn(),
            tally.refuted(),
            tally.unproven(),
            tally.turns());
    var tokens = Stream.of(tally.promptTokens(), tally.cachedTokens(), tally.completionTokens());
    verdicts.map(ModelWords::number).map(HtmlModels::cell).forEach(row::append);
    row.append(cell(tally.cost().map(cost -> cost.toPlainString()).orElse("–")));
    tokens.map(ModelWords::number).map(HtmlModels::cell).forEach(row::append);
    return new Html(row.append("</tr>\n").toString());
  }

  private static String cell(String number) {
    return "<td class=\"n\">" + number + "</td>";
  }

  private static Html escalations(Report report, Models models) {
    var groups = EscalationGroup.of(models);
    var rows = Words.first(groups, MOST).stream().map(group -> escalation(report, group)).toList();
    long rest = groups.stream().skip(MOST).mapToLong(EscalationGroup::count).sum();
    return ESCALATIONS
        .fill(
            html("rows", Html.join(rows)),
            text("more", ModelWords.more(rest + models.escalationsLeftOut(), "escalation")))
        .when(!rows.isEmpty());
  }

  private static Html escalation(Report report, EscalationGroup group) {
    return ESCALATION.fill(
        text("way", group.way()),
        text("reason", group.reason()),
        text("answer", group.answer()),
        text("times", ModelWords.times(group)),
        text("where", ModelWords.places(report, group.areas(), group.nodes())));
  }

  private static Html lacks(Report report, Models models) {
    var rows =
        Words.first(models.lacking(), MOST).stream().map(lack -> lack(report, lack)).toList();
    return LACKS
        .fill(
            html("rows", Html.join(rows)),
            text("more", ModelWords.more(models.lacking().size() - MOST, "reason")))
        .when(!rows.isEmpty());
  }

  private static Html lack(Report report, Models.Lack lack) {
    return LACK.fill(
        text("reason", lack.reason()),
        text("count", ModelWords.number(lack.investigations())),
        text("where", ModelWords.places(report, lack.areas(), lack.nodes())));
  }
}
