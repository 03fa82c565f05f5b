package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import dev.swarm.protocol.CoverageState;
import java.io.IOException;
import java.util.List;

/** One line per area, in columns. */
final class TextAreas {
  private static final List<CoverageState> STATES = List.of(CoverageState.values());
  private static final List<String> HEADS = List.of("ok", "finding", "unknown", "n/a", "not run");
  private static final List<String> SHORT = List.of("ok", "find", "unkn", "n/a", "unrun");
  private static final int TIME = 13;

  private final TextPage page;

  TextAreas(TextPage page) {
    this.page = page;
  }

  void render(Report report) throws IOException {
    page.blank();
    var head = new StringBuilder(Columns.pad("Area", name()));
    (narrow() ? SHORT : HEADS).forEach(word -> head.append(right(word)));
    page.line(page.paint(Role.TITLE, head + right("calls") + right("time", TIME)));
    for (Report.AreaLine area : report.areas()) {
      line(area);
    }
  }

  private void line(Report.AreaLine area) throws IOException {
    var line =
        new StringBuilder(
            Columns.pad(Columns.cut(Columns.calm(area.area().value()), name()), name()));
    for (CoverageState state : STATES) {
      int count = area.checks().getOrDefault(state, 0);
      line.append(
          page.paint(count == 0 ? Role.QUIET : role(state), right(count == 0 ? "·" : "" + count)));
    }
    line.append(right("" + area.toolCalls()));
    line.append(page.paint(Role.QUIET, right(Words.duration(area.durationMillis()), TIME)));
    page.line(line.toString());
  }

  private static Role role(CoverageState state) {
    return switch (state) {
      case OK -> Role.GOOD;
      case FINDING, UNKNOWN -> Role.WARNING;
      case NOT_APPLICABLE, NOT_RUN -> Role.QUIET;
    };
  }

  private int name() {
    return narrow() ? 11 : 18;
  }

  private boolean narrow() {
    return page.width() < 85;
  }

  private String right(String text) {
    return right(text, narrow() ? 6 : 9);
  }

  private static String right(String text, int cell) {
    return " ".repeat(Math.max(1, cell - Columns.width(text))) + text;
  }
}
