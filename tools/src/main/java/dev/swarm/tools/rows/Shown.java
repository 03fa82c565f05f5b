package dev.swarm.tools.rows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * How numbers are written for people: about three digits, decimal units. Rounding never reaches a
 * whole number that the value is not: 99.96 % is not 100 %, and 0.04 is not 0.
 */
final class Shown {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
  private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  private static final double EXACT = 0x1p53;
  private static final int SEPARATED_FROM = 10_000;
  private static final int MOST_DECIMALS = 13;

  /** What a few floating-point operations are off by, at most: 91.00000000000001 means 91. */
  private static final double NOISE = 1e-12;

  private static final MathContext FIRST_DIGIT = new MathContext(1, RoundingMode.HALF_UP);

  private Shown() {}

  static String quantity(double number, Unit unit) {
    return switch (unit) {
      case NONE -> rounded(number, 100);
      case PERCENT -> rounded(number, 1000) + " %";
      case CELSIUS -> rounded(number, 1000) + " °C";
      case BYTES -> bytes(number);
      case SECONDS -> seconds(number);
    };
  }

  /** A day where it is one, midnight sharp; else to the minute. */
  static String moment(Instant instant) {
    boolean day = instant.equals(instant.truncatedTo(ChronoUnit.DAYS));
    return day ? instant.toString().substring(0, 10) : MINUTE.format(instant);
  }

  /** All digits, no unit, no separators, no exponent. */
  static String plain(double number) {
    boolean whole = number == Math.rint(number);
    if (whole && Math.abs(number) <= EXACT) {
      return Long.toString((long) number);
    }
    return whole ? new BigDecimal(number).toPlainString() : trimmed(BigDecimal.valueOf(number));
  }

  private static String bytes(double number) {
    int power = 0;
    double left = number;
    while (Math.abs(left) >= 1000 && power < BYTES.length - 1) {
      left /= 1000;
      power++;
    }
    return rounded(left, 100) + " " + BYTES[power];
  }

  private static String seconds(double number) {
    double size = Math.abs(number);
    if (size >= 2 * 86_400) {
      return rounded(number / 86_400, 1000) + " days";
    }
    if (size >= 2 * 3600) {
      return rounded(number / 3600, 1000) + " hours";
    }
    if (size >= 120) {
      return rounded(number / 60, 1000) + " minutes";
    }
    if (size >= 1 || size == 0) {
      return rounded(number, 1000) + " s";
    }
    return size >= 1e-3 ? rounded(number * 1e3, 100) + " ms" : rounded(number * 1e6, 100) + " µs";
  }

  /**
   * Two decimals below 10, one from there, none from {@code wholeFrom}. What is not whole never
   * reads as whole: {@code 94.0} is about 94; and more decimals are shown where the rounded number
   * would reach the next ten, so that 99.96 is not 100.
   */
  private static String rounded(double number, int wholeFrom) {
    double size = Math.abs(number);
    double whole = Math.rint(number);
    if (Math.abs(number - whole) <= size * NOISE) {
      return separated(new BigDecimal(whole).toPlainString(), size);
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    boolean fine = size < wholeFrom;
    int decimals = fine ? (size >= 10 ? 1 : 2) : 0;
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
    while (decimals < MOST_DECIMALS && misleads(rounded, exact, fine)) {
      decimals++;
      rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
    }
    if (misleads(rounded, exact, fine)) {
      return separated(trimmed(exact.round(FIRST_DIGIT)), size);
    }
    return separated(
        fine && isWhole(rounded) ? rounded.setScale(1).toPlainString() : trimmed(rounded), size);
  }

  /** Whether the number rounded up to a whole ten, or down to nothing, as the exact one is not. */
  private static boolean misleads(BigDecimal rounded, BigDecimal exact, boolean fine) {
    boolean up = rounded.abs().compareTo(exact.abs()) > 0;
    boolean ten = isWhole(rounded) && rounded.abs().remainder(BigDecimal.TEN).signum() == 0;
    return rounded.signum() == 0
        || (fine && up && ten)
        || rounded.abs().compareTo(BigDecimal.valueOf(1000)) == 0;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private static String trimmed(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** A comma after each three digits of a whole part of five or more. */
  private static String separated(String number, double size) {
    if (size < SEPARATED_FROM) {
      return number;
    }
    int point = number.indexOf('.');
    int end = point < 0 ? number.length() : point;
    int first = number.startsWith("-") ? 1 : 0;
    StringBuilder separated = new StringBuilder(number);
    for (int at = end - 3; at > first; at -= 3) {
      separated.insert(at, ',');
    }
    return separated.toString();
  }
}
