package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import java.util.List;

/** The whole in a few sentences, and where two say opposite things, on the page. */
final class HtmlFleet {
  private static final int MOST = 200;
  private static final Template CONTRADICTIONS = Template.named("contradictions.html");
  private static final Template CONTRADICTION = Template.named("contradiction.html");

  private HtmlFleet() {}

  static Html summary(Report report) {
    return report.summary().map(HtmlFleet::sentences).orElse(Html.NOTHING);
  }

  /** A list of sentences, each with its ids. */
  static Html sentences(Summary summary) {
    var rows = new StringBuilder();
    for (Summary.Sentence sentence : summary.sentences()) {
      var ids = " [" + String.join(", ", sentence.cites()) + "]";
      rows.append("<li>" + Html.text(sentence.text()).markup());
      rows.append("<small>" + Html.text(ids).markup() + "</small></li>\n");
    }
    for (String word : Words.aside(summary)) {
      rows.append("<li class=\"quiet\">" + Html.text(word).markup() + "</li>\n");
    }
    return new Html("<ul class=\"sums\">\n" + rows + "</ul>\n");
  }

  static Html contradictions(Report report) {
    var all = report.fleet().map(Fleet::contradictions).orElse(List.of());
    var rows = Words.first(all, MOST).stream().map(HtmlFleet::row).toList();
    var rest = all.size() - MOST;
    return CONTRADICTIONS
        .fill(html("rows", Html.join(rows)), text("more", ModelWords.more(rest, "contradiction")))
        .when(!all.isEmpty());
  }

  private static Html row(Fleet.Contradiction each) {
    return CONTRADICTION.fill(
        text("node", each.node()),
        text("one", each.one()),
        text("one-by", each.oneBy()),
        text("other", each.other()),
        text("other-by", each.otherBy()));
  }
}
