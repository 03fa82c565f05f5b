package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import java.util.ArrayList;
import java.util.List;

/** Claims that did not hold, apart from the findings. */
final class HtmlClaims {
  private static final int MOST = 200;
  private static final Template CLAIMS = Template.named("claims.html");
  private static final Template CLAIM = Template.named("claim.html");

  private HtmlClaims() {}

  static Html of(Report report) {
    var rows = new ArrayList<Html>();
    rows.addAll(rows("✗ refuted", report.refuted()));
    rows.addAll(rows("? unproven", report.unproven()));
    return CLAIMS.fill(html("rows", Html.join(rows))).when(!rows.isEmpty());
  }

  private static List<Html> rows(String word, List<Report.Claim> claims) {
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
