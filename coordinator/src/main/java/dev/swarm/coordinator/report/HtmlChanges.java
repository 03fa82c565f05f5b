package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import java.util.ArrayList;
import java.util.List;

/** What is gone since the last audit. */
final class HtmlChanges {
  private static final int MOST = 200;
  private static final Template CHANGES = Template.named("changes.html");
  private static final Template CHANGE = Template.named("change.html");

  private HtmlChanges() {}

  static Html of(Report report) {
    var rows = new ArrayList<Html>();
    report.changes().ifPresent(changes -> rows.addAll(rows("ok", "✓ fixed", changes.fixed())));
    report
        .changes()
        .ifPresent(
            changes -> rows.addAll(rows("unknown", "? not looked at", changes.notLookedAt())));
    return CHANGES.fill(html("rows", Html.join(rows))).when(!rows.isEmpty());
  }

  private static List<Html> rows(String kind, String word, List<Report.Change> changes) {
    return changes.stream()
        .limit(MOST)
        .map(change ->
            CHANGE.fill(
                text("kind", kind),
                text("word", word),
                text("node", change.node()),
                text("title", change.title()),
                text("reason", change.reason())))
        .toList();
  }
}
