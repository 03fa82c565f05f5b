package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import java.util.ArrayList;
import java.util.List;

/** Claims that did not hold, apart from the findings. */
final class HtmlClaims {
  private static final int MOST = 200;
  private static final int MINDS = 20;
  private static final Template CLAIMS = Template.named("claims.html");
  private static final Template CLAIM = Template.named("claim.html");

  private HtmlClaims() {}

  static Html of(Report report) {
    var rows = new ArrayList<Html>();
    rows.addAll(rows("✗ refuted", ByMind.of(report, report.refuted())));
    rows.addAll(rows("? unproven", ByMind.of(report, report.unproven())));
    return CLAIMS.fill(html("rows", Html.join(rows))).when(!rows.isEmpty());
  }

  private static List<Html> rows(String word, List<List<Report.Claim>> byMind) {
    var rows = new ArrayList<Html>();
    byMind.stream().limit(MINDS).forEach(claims -> rows.addAll(some(word, claims)));
    long all = byMind.stream().mapToLong(List::size).sum();
    if (all > rows.size()) {
      var more = ModelWords.more(all - rows.size(), "claim");
      rows.add(new Html("<li class=\"quiet\">" + more + "</li>\n"));
    }
    return rows;
  }

  private static List<Html> some(String word, List<Report.Claim> claims) {
    return claims.stream()
        .limit(MOST)
        .map(claim ->
            CLAIM.fill(
                text("word", word),
                text("node", claim.node()),
                text("subject", claim.subject()),
                text("claimed", claim.claimed()),
                text("mind", claim.mind()),
                text("measured", claim.measured()),
                text("reason", claim.reason())))
        .toList();
  }
}
