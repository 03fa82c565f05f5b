package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import java.io.IOException;
import java.util.List;

/** What is gone since the last audit, and what may only seem so. */
final class TextChanges {
  private static final int MOST = 10;

  private final TextPage page;

  TextChanges(TextPage page) {
    this.page = page;
  }

  void render(Report report) throws IOException {
    if (report.changes().isEmpty()) {
      return;
    }
    var changes = report.changes().get();
    if (changes.fixed().isEmpty() && changes.notLookedAt().isEmpty()) {
      return;
    }
    page.heading("Since the last audit");
    lines("✓ fixed", Role.GOOD, changes.fixed());
    lines("? unseen", Role.WARNING, changes.notLookedAt());
  }

  private void lines(String word, Role role, List<Report.Change> changes) throws IOException {
    var gutter = page.paint(role, Columns.pad(word, TextPage.GUTTER));
    for (Report.Change change : changes.subList(0, Math.min(MOST, changes.size()))) {
      var text = change.node() + ": " + change.title() + " — " + change.reason();
      page.rows(gutter, Columns.wrap(text, page.room()), List.of());
    }
    if (changes.size() > MOST) {
      page.quiet("… " + (changes.size() - MOST) + " more");
    }
  }
}
