package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import dev.swarm.coordinator.report.peers.NodeNames;
import java.io.IOException;
import java.util.List;

/** What could not be looked at, grouped by reason, and what would reveal it. */
final class TextGaps {
  private static final int NAMES = 6;
  private static final int MOST = 30;
  private static final int NODES = 40;
  private static final int HINTS = 4;

  private final TextPage page;

  TextGaps(TextPage page) {
    this.page = page;
  }

  void render(Report report) throws IOException {
    var nodes = Reasoned.of(report);
    var gaps = Gap.of(report);
    if (nodes.isEmpty() && gaps.isEmpty()) {
      return;
    }
    boolean single = report.nodes().size() == 1;
    page.heading(single || nodes.isEmpty() ? "Could not be looked at" : "Nodes");
    if (!single && !nodes.isEmpty()) {
      page.quiet(Words.nodes(report));
    }
    nodes(report, nodes);
    if (!single && !nodes.isEmpty() && !gaps.isEmpty()) {
      page.heading("Could not be looked at");
    }
    for (Gap gap : Words.first(gaps, MOST)) {
      gap(gap, single);
    }
    more(gaps.size(), "reason");
  }

  private void nodes(Report report, List<Reasoned> nodes) throws IOException {
    for (Reasoned group : Words.first(nodes, MOST)) {
      row(Ids.words(group.state()), group.names(NODES) + ": " + group.reason());
    }
    int rest = nodes.stream().skip(MOST).mapToInt(group -> group.nodes().size()).sum();
    if (rest > 0) {
      page.quiet(Words.more(rest, "more node", Words.everything(report.run())));
    }
  }

  private void more(int count, String noun) throws IOException {
    if (count > MOST) {
      page.quiet("… " + Words.many(count - MOST, "more " + noun));
    }
  }

  private void gap(Gap gap, boolean single) throws IOException {
    var where = single ? "" : " · on " + NodeNames.shortly(gap.nodes(), NAMES);
    row(gap.cause(), gap.reason());
    page.quiet(Words.some(gap.checks(), NAMES) + where);
    for (String hint : Words.first(List.copyOf(gap.hints()), HINTS)) {
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
