package dev.swarm.coordinator.report;

import java.util.List;
import java.util.stream.Collectors;

/** Markup that is safe to put into a page; whatever came from elsewhere has been escaped. */
record Html(String markup) {
  static final Html NOTHING = new Html("");

  /** Text that means nothing but itself, in content and in quoted attributes. */
  static Html text(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    Columns.calm(text).codePoints().forEach(point -> append(escaped, point));
    return new Html(escaped.toString());
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      case '`' -> escaped.append("&#96;");
      default -> escaped.appendCodePoint(point);
    }
  }

  static Html join(List<Html> parts) {
    return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
  }

  /** This markup if {@code there}, else nothing. */
  Html when(boolean there) {
    return there ? this : NOTHING;
  }
}
