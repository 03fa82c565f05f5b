package dev.swarm.tools.rows;

import java.util.Optional;

/**
 * Reads {@code 1,234.5 kB}: a sign, digits with or without separators of thousands, a fraction, an
 * exponent, a unit. A comma is never a decimal point. Linear in the length of the text.
 */
final class NumberText {
  private static final int EXACT_DIGITS = 15;

  private NumberText() {}

  /** A number as it was written, not yet in base units. */
  record Measure(double number, UnitSuffix suffix) {
    double inBaseUnits() {
      double factor = suffix.factor();
      // Dividing by 1000 is exact where multiplying by 0.001 is not.
      return factor < 1 ? number / Math.rint(1 / factor) : number * factor;
    }
  }

  /**
   * Reads a text without white space around it; empty where it is no number or not a finite one.
   */
  static Optional<Measure> read(String text) {
    if (text.startsWith("0x") || text.startsWith("0X")) {
      return hexadecimal(text);
    }
    int end = end(text, 0);
    if (end == 0) {
      return Optional.empty();
    }
    Optional<UnitSuffix> suffix = UnitSuffix.printed(text.substring(end).strip());
    if (suffix.isEmpty()) {
      return Optional.empty();
    }
    double number = number(text, 0, end);
    return Double.isFinite(number)
        ? Optional.of(new Measure(number, suffix.get()))
        : Optional.empty();
  }

  /** Where the number that begins at {@code start} ends; {@code start} itself where none does. */
  static int end(String text, int start) {
    int first = start < text.length() && isSign(text.charAt(start)) ? start + 1 : start;
    int at = digits(text, first);
    if (at == first) {
      return start;
    }
    if (at - first <= 3) {
      at = thousands(text, at);
    }
    if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
      at = digits(text, at + 1);
    }
    return exponent(text, at);
  }

  /** The number in {@code text[start, end)} as {@link #end} found it. */
  static double number(String text, int start, int end) {
    if (end - start <= EXACT_DIGITS && digits(text, start) == end) {
      return Long.parseLong(text, start, end, 10);
    }
    return Double.parseDouble(text.substring(start, end).replace(",", ""));
  }

  static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  static int digits(String text, int start) {
    int at = start;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int thousands(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) == ',' && digits(text, at + 1) == at + 4) {
      at += 4;
    }
    return at;
  }

  private static int exponent(String text, int start) {
    if (start >= text.length() || (text.charAt(start) | 0x20) != 'e') {
      return start;
    }
    int first = start + 1;
    if (first < text.length() && isSign(text.charAt(first))) {
      first++;
    }
    int end = digits(text, first);
    return end == first ? start : end;
  }

  private static boolean isSign(char letter) {
    return letter == '-' || letter == '+';
  }

  private static Optional<Measure> hexadecimal(String text) {
    try {
      long bits = Long.parseLong(text, 2, text.length(), 16);
      return bits < 0 ? Optional.empty() : Optional.of(new Measure(bits, UnitSuffix.ABSENT));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
