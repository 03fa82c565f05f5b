package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import java.io.IOException;
import java.util.List;

/** Claims that did not hold, apart from the findings. */
final class TextClaims {
  private static final int MOST = 8;

  private final TextPage page;

  TextClaims(TextPage page) {
    this.page = page;
  }

  void render(Report report) throws IOException {
    if (report.refuted().isEmpty() && report.unproven().isEmpty()) {
      return;
    }
    page.heading("Claimed, and not borne out");
    claims("✗ refuted", report.refuted());
    claims("? unproven", report.unproven());
  }

  private void claims(String word, List<Report.Claim> claims) throws IOException {
    for (Report.Claim claim : claims.subList(0, Math.min(MOST, claims.size()))) {
      var text =
          claim.node() + " · " + claim.subject() + ": “" + claim.claimed() + "” — " + claim.mind();
      var gutter = Columns.pad(word, TextPage.GUTTER);
      page.rows(
          page.paint(Role.QUIET, gutter), Columns.wrap(text, page.room()), List.of(Role.QUIET));
      page.labelled("measured", claim.measured());
      page.labelled("because", claim.reason());
    }
    if (claims.size() > MOST) {
      page.quiet("… " + (claims.size() - MOST) + " more");
    }
  }
}
