package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import java.util.ArrayList;

/** What could not be looked at, by reason. */
final class HtmlGaps {
  private static final int NAMES = 12;
  private static final int MOST = 500;
  private static final Template GAPS = Template.named("gaps.html");
  private static final Template GAP = Template.named("gap.html");

  private HtmlGaps() {}

  static Html of(Report report) {
    var rows = new ArrayList<Html>();
    report.nodes().stream()
        .filter(node -> node.state() != NodeState.COMPLETE)
        .forEach(node -> rows.add(row(node)));
    var gaps = Gap.of(report);
    gaps.stream().limit(MOST).map(HtmlGaps::row).forEach(rows::add);
    var more = gaps.size() > MOST ? "… and " + (gaps.size() - MOST) + " more reasons" : "";
    return GAPS.fill(html("rows", Html.join(rows)), text("more", more)).when(!rows.isEmpty());
  }

  private static Html row(Report.Node node) {
    return GAP.fill(
        text("kind", "node"),
        text("cause", Ids.words(node.state())),
        text("reason", node.reason()),
        text("what", "the node"),
        text("where", node.node()),
        html("hints", Html.NOTHING));
  }

  private static Html row(Gap gap) {
    var hints =
        gap.hints().stream()
            .map(hint -> "<p class=\"hint\">→ " + Html.text(hint).markup() + "</p>");
    return GAP.fill(
        text("kind", gap.state().id()),
        text("cause", gap.cause()),
        text("reason", gap.reason()),
        text("what", Words.some(gap.checks(), NAMES)),
        text("where", Words.some(gap.nodes(), NAMES)),
        html("hints", Html.join(hints.map(Html::new).toList())));
  }
}
