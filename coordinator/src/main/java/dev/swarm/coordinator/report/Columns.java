package dev.swarm.coordinator.report;

import java.util.ArrayList;
import java.util.List;

/** How many columns a text takes on a terminal, and how to fit it into some. */
final class Columns {
  private static final int TAB = 8;

  private Columns() {}

  /**
   * One line that no terminal acts upon: tabs become spaces, what is invisible becomes a notation.
   * Nodes do this already; a page does not trust them.
   */
  static String calm(String text) {
    var calm = new StringBuilder(text.length());
    int column = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      var shown = point == '\t' ? " ".repeat(TAB - column % TAB) : shown(point);
      calm.append(shown);
      column += width(shown);
    }
    return calm.toString();
  }

  private static String shown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "\\u{" + Integer.toHexString(point) + "}";
      default -> Character.toString(point);
    };
  }

  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> wide(point) ? 2 : 1;
    };
  }

  /** East Asian Wide and Fullwidth, and emoji (Unicode Standard Annex 11). */
  private static boolean wide(int point) {
    return point >= 0x1100
        && (point <= 0x115f
            || within(point, 0x231a, 0x231b)
            || within(point, 0x2e80, 0x303e)
            || within(point, 0x3041, 0xa4cf)
            || within(point, 0xa960, 0xa97c)
            || within(point, 0xac00, 0xd7a3)
            || within(point, 0xf900, 0xfaff)
            || within(point, 0xfe30, 0xfe6f)
            || within(point, 0xff00, 0xff60)
            || within(point, 0xffe0, 0xffe6)
            || within(point, 0x1f300, 0x1f64f)
            || within(point, 0x1f680, 0x1f6ff)
            || within(point, 0x1f900, 0x1f9ff)
            || within(point, 0x20000, 0x3fffd));
  }

  private static boolean within(int point, int from, int to) {
    return point >= from && point <= to;
  }

  /** {@code text} and spaces up to {@code width} columns; longer text is left alone. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** As much of {@code text} as fits, with an ellipsis where something is missing. */
  static String cut(String text, int width) {
    return width(text) <= width ? text : text.substring(0, fitting(text, 0, width - 1)) + "…";
  }

  /** Lines of at most {@code width} columns, broken at spaces where there are any. */
  static List<String> wrap(String text, int width) {
    var lines = new ArrayList<String>();
    for (String line : text.split("\r\n|\r|\n", -1)) {
      wrapLine(calm(line).stripTrailing(), width, lines);
    }
    return lines;
  }

  private static void wrapLine(String line, int width, List<String> lines) {
    int from = 0;
    while (width(line.substring(from)) > width) {
      int end = fitting(line, from, width);
      int space = line.lastIndexOf(' ', end);
      int cut = space > from + (end - from) / 2 ? space : end;
      lines.add(line.substring(from, cut).stripTrailing());
      from = cut;
      while (from < line.length() && line.charAt(from) == ' ') {
        from++;
      }
    }
    lines.add(line.substring(from));
  }

  /** The end of the longest part from {@code from} that fits; at least one character. */
  private static int fitting(String text, int from, int width) {
    int at = from;
    int used = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      used += width(point);
      if (used > width && at > from) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }
}
