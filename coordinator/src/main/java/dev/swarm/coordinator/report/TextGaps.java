package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import java.io.IOException;
import java.util.List;

/** What could not be looked at, grouped by reason, and what would reveal it. */
final class TextGaps {
  private static final int NAMES = 6;

  private final TextPage page;

  TextGaps(TextPage page) {
    this.page = page;
  }

  void render(Report report) throws IOException {
    var nodes =
        report.nodes().stream().filter(n -> n.state() != Report.NodeState.COMPLETE).toList();
    var gaps = Gap.of(report);
    if (nodes.isEmpty() && gaps.isEmpty()) {
      return;
    }
    page.heading("Could not be looked at");
    for (Report.Node node : nodes) {
      row(Ids.words(node.state()), node.node() + ": " + node.reason());
    }
    for (Gap gap : gaps) {
      gap(gap, report.nodes().size() == 1);
    }
  }

  private void gap(Gap gap, boolean single) throws IOException {
    var where = single ? "" : " · on " + Words.some(gap.nodes(), NAMES);
    row(gap.cause(), gap.reason());
    page.quiet(Words.some(gap.checks(), NAMES) + where);
    for (String hint : gap.hints()) {
      page.rows(" ".repeat(TextPage.GUTTER), Columns.wrap("→ " + hint, page.room()), List.of());
    }
  }

  private void row(String cause, String text) throws IOException {
    var gutter = Columns.pad(cause, TextPage.GUTTER);
    var rows = Columns.wrap(text, page.room());
    if (cause.length() >= TextPage.GUTTER) {
      page.line(page.paint(Role.WARNING, cause));
      page.rows(" ".repeat(TextPage.GUTTER), rows, List.of());
    } else {
      page.rows(page.paint(Role.WARNING, gutter), rows, List.of());
    }
  }
}
