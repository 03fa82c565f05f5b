package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import dev.swarm.coordinator.report.peers.NodeNames;
import java.util.ArrayList;

/** What could not be looked at, by reason. */
final class HtmlGaps {
  private static final int NAMES = 12;
  private static final int NODES = 400;
  private static final int MOST = 500;
  private static final Template GAPS = Template.named("gaps.html");
  private static final Template GAP = Template.named("gap.html");

  private HtmlGaps() {}

  static Html of(Report report) {
    var rows = new ArrayList<Html>();
    Reasoned.of(report).forEach(group -> rows.add(row(group)));
    var gaps = Gap.of(report);
    gaps.stream().limit(MOST).map(HtmlGaps::row).forEach(rows::add);
    var more = gaps.size() > MOST ? "… and " + (gaps.size() - MOST) + " more reasons" : "";
    return GAPS.fill(html("rows", Html.join(rows)), text("more", more)).when(!rows.isEmpty());
  }

  private static Html row(Reasoned group) {
    return GAP.fill(
        text("kind", "node"),
        text("cause", Ids.words(group.state())),
        text("reason", group.reason()),
        text("what", group.nodes().size() == 1 ? "the node" : "the nodes"),
        text("where", group.names(NODES)),
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
        text("where", NodeNames.shortly(gap.nodes(), NAMES)),
        html("hints", Html.join(hints.map(Html::new).toList())));
  }
}
