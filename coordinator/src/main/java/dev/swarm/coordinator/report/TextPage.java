package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import java.io.IOException;
import java.util.List;

/** Lines on a terminal: a gutter with a label, and text beside it that never leaves its column. */
final class TextPage {
  /** Width of the gutter. */
  static final int GUTTER = 12;

  private final Appendable out;
  private final int width;
  private final Style style;

  TextPage(Appendable out, Options options) {
    this.out = out;
    this.width = options.width();
    this.style = options.style();
  }

  int width() {
    return width;
  }

  /** Columns beside the gutter. */
  int room() {
    return width - GUTTER;
  }

  String paint(Role role, String text) {
    return style.paint(role, text);
  }

  void blank() throws IOException {
    out.append('\n');
  }

  /** A line whose parts are painted already and fit. */
  void line(String painted) throws IOException {
    out.append(painted.stripTrailing()).append('\n');
  }

  /** Starts a part of the report. */
  void heading(String text) throws IOException {
    blank();
    line(style.paint(Role.TITLE, Columns.calm(text)));
  }

  /** Text with nothing in its gutter. */
  void text(String text) throws IOException {
    rows(" ".repeat(GUTTER), Columns.wrap(text, room()), List.of());
  }

  void quiet(String text) throws IOException {
    rows(" ".repeat(GUTTER), Columns.wrap(text, room()), List.of(Role.QUIET));
  }

  /** Text with a quiet label in the gutter; nothing at all for blank text. */
  void labelled(String label, String text) throws IOException {
    labelled(label, text, List.of());
  }

  void labelled(String label, String text, List<Role> roles) throws IOException {
    if (!text.isBlank()) {
      var gutter = " ".repeat(GUTTER - 2 - label.length()) + label + "  ";
      rows(style.paint(Role.QUIET, gutter), Columns.wrap(text, room()), roles);
    }
  }

  /** Rows of text, the first one with {@code gutter} before it. */
  void rows(String gutter, List<String> rows, List<Role> roles) throws IOException {
    var before = gutter;
    for (String row : rows) {
      var painted = row;
      for (Role role : roles) {
        painted = style.paint(role, painted);
      }
      line(before + painted);
      before = " ".repeat(GUTTER);
    }
  }
}
