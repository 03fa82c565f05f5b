package dev.swarm.loadtest.result;

import java.util.Locale;

/** A drawing in the making. Its looks are all in the page's style sheet, by class. */
final class Svg {
  private final StringBuilder markup = new StringBuilder();
  private final int width;
  private final int height;
  private final String label;

  /**
   * @param label what it shows, for whoever does not see it
   */
  Svg(int width, int height, String label) {
    this.width = width;
    this.height = height;
    this.label = label;
  }

  void line(String kind, double x1, double y1, double x2, double y2) {
    markup.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
            kind,
            x1,
            y1,
            x2,
            y2));
  }

  /** A bar that says {@code title} when it is pointed at. */
  void bar(String kind, double x, double y, double wide, double high, String title) {
    markup.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\""
                + " height=\"%.1f\"><title>%s</title></rect>",
            kind,
            x,
            y,
            Math.max(0.5, wide),
            Math.max(0.5, high),
            escaped(title)));
  }

  /**
   * @param anchor start, middle or end
   */
  void text(String kind, String anchor, double x, double y, String text) {
    markup.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
            kind,
            anchor,
            x,
            y,
            escaped(text)));
  }

  /** A line through {@code points}: x, y, x, y … */
  void path(String kind, double... points) {
    var path = new StringBuilder();
    for (int i = 0; i + 1 < points.length; i += 2) {
      path.append(
          String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", points[i], points[i + 1]));
    }
    markup.append(String.format(Locale.ROOT, "<path class=\"%s\" d=\"%s\"/>", kind, path));
  }

  String markup() {
    return String.format(
        Locale.ROOT,
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%s</svg>",
        width,
        height,
        escaped(label),
        markup);
  }

  /** Text that means nothing but itself, in content and in quoted attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
