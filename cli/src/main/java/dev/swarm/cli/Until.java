package dev.swarm.cli;

import dev.swarm.tools.yaml.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** An end that somebody sets: a day, which is included, or a while from now on. */
final class Until {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private Until() {}

  /**
   * The end that {@code text} names.
   *
   * @throws UsageException if it names none, or one that is over
   */
  static Instant of(String text, Instant now) {
    var end = text.matches("\\d{4}-.*") ? day(text) : now.plus(duration(text));
    if (!end.isAfter(now)) {
      throw new UsageException("--until lies ahead, and '" + text + "' does not");
    }
    return end;
  }

  static String words(Instant end) {
    return TIME.format(end);
  }

  private static Duration duration(String text) {
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--until is a date such as 2027-01-31, or a while such as 30d, not '" + text + "'");
    }
  }

  private static Instant day(String text) {
    try {
      return LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeException e) {
      throw new UsageException("--until is a date such as 2027-01-31, not '" + text + "'");
    }
  }
}
