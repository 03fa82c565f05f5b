package dev.swarm.router.wire;

import java.util.Locale;

/** The beginning of a stranger's text, on one line, with control characters made visible. */
final class Excerpt {
  private Excerpt() {}

  static String of(String text, int most) {
    var shown = new StringBuilder();
    int end = Math.min(text.length(), most);
    text.substring(0, end).codePoints().forEach(point -> show(shown, point));
    return end < text.length() ? shown.append('…').toString() : shown.toString();
  }

  private static void show(StringBuilder shown, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          shown.append(
              point == '\n' || point == '\r' || point == '\t'
                  ? " "
                  : String.format(Locale.ROOT, "\\u%04x", point));
      default -> shown.appendCodePoint(point);
    }
  }
}
