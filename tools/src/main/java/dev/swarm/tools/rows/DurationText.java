package dev.swarm.tools.rows;

import java.util.OptionalDouble;

/**
 * Reads spans of time: {@code 1h 2min 3.5s} as systemd prints them, and {@code [[dd-]hh:]mm:ss} as
 * {@code ps -o etime} does.
 */
final class DurationText {
  private DurationText() {}

  /** Seconds; empty where the text is neither. */
  static OptionalDouble seconds(String text) {
    return text.indexOf(':') > 0 ? clock(text) : sum(text);
  }

  private static OptionalDouble sum(String text) {
    double sum = 0;
    int at = 0;
    while (at < text.length()) {
      int end = NumberText.end(text, at);
      int unitEnd = letters(text, end);
      var suffix = UnitSuffix.written(text.substring(end, unitEnd));
      if (end == at || suffix.isEmpty() || suffix.get().unit() != Unit.SECONDS) {
        return OptionalDouble.empty();
      }
      sum += NumberText.number(text, at, end) * suffix.get().factor();
      at = blanks(text, unitEnd);
    }
    return at == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum);
  }

  private static OptionalDouble clock(String text) {
    int dash = text.indexOf('-');
    int at = dash + 1;
    double sum = dash > 0 ? whole(text, 0, dash) : 0;
    int parts = 0;
    while (parts < 3) {
      int colon = text.indexOf(':', at);
      int end = colon < 0 ? text.length() : colon;
      double factor = parts == 0 && dash > 0 ? 24 : 60;
      sum = sum * factor + whole(text, at, end);
      parts++;
      if (colon < 0) {
        return dash == 0 || Double.isNaN(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
      }
      at = colon + 1;
    }
    return OptionalDouble.empty();
  }

  private static double whole(String text, int start, int end) {
    boolean digits = end > start && end - start < 10 && NumberText.digits(text, start) == end;
    return digits ? NumberText.number(text, start, end) : Double.NaN;
  }

  private static int letters(String text, int start) {
    int at = start;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int blanks(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
