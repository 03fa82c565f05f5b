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
    claims("✗ refuted", ByMind.of(report, report.refuted()));
    claims("? unproven", ByMind.of(report, report.unproven()));
  }

  private void claims(String word, List<List<Report.Claim>> byMind) throws IOException {
    for (List<Report.Claim> claims : byMind.subList(0, Math.min(MOST, byMind.size()))) {
      claims(word, claims, byMind.size() > 1 ? " of " + claims.getFirst().mind() : "");
    }
    long rest = byMind.stream().skip(MOST).mapToLong(List::size).sum();
    if (rest > 0) {
      page.quiet(ModelWords.more(rest, "claim") + " of other models");
    }
  }

  private void claims(String word, List<Report.Claim> claims, String whose) throws IOException {
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
      page.quiet("… " + (claims.size() - MOST) + " more" + whose);
    }
  }
}
