package dev.swarm.tools.rows;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers are written for people: at most three significant digits, decimal units. */
final class Shown {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private Shown() {}

  static String quantity(double number, Unit unit) {
    return switch (unit) {
      case NONE -> rounded(number);
      case PERCENT -> rounded(number) + " %";
      case CELSIUS -> rounded(number) + " °C";
      case BYTES -> bytes(number);
      case SECONDS -> seconds(number);
    };
  }

  static String moment(Instant instant) {
    return MINUTE.format(instant);
  }

  static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static String bytes(double number) {
    String[] units = {"B", "kB", "MB", "GB", "TB", "PB"};
    int power = 0;
    double left = number;
    while (Math.abs(left) >= 999.5 && power < units.length - 1) {
      left /= 1000;
      power++;
    }
    return rounded(left) + " " + units[power];
  }

  private static String seconds(double number) {
    double size = Math.abs(number);
    if (size >= 2 * 86_400) {
      return rounded(number / 86_400) + " days";
    }
    if (size >= 2 * 3600) {
      return rounded(number / 3600) + " hours";
    }
    if (size >= 120) {
      return rounded(number / 60) + " minutes";
    }
    return size >= 1 || size == 0 ? rounded(number) + " s" : rounded(number * 1000) + " ms";
  }

  /** Whole from 100 up, else one or two decimals where they say something. */
  private static String rounded(double number) {
    double size = Math.abs(number);
    int decimals = size >= 100 || number == Math.rint(number) ? 0 : size >= 10 ? 1 : 2;
    String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
    return decimals == 2 && text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
  }
}
