package dev.swarm.tools.rows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Reads points in time as programs print them: ISO 8601 with or without zone, {@code Nov 20
 * 19:45:00 2026 GMT} (openssl, ctime), {@code Fri 2026-11-20 19:45:00 UTC} (systemd), {@code
 * 2026-11-20T19:45:00+0000} (journalctl) and epoch seconds. Without a zone it is UTC; a zone that
 * is neither UTC, GMT nor an offset is not understood, for such letters mean several zones.
 */
final class InstantText {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  /** The last second of the year 9999. */
  private static final double LAST_SECOND = 253_402_300_799d;

  private final Scan scan;

  private InstantText(String text) {
    this.scan = new Scan(text);
  }

  /** Reads a text without white space around it. */
  static Optional<Value> read(String text) {
    try {
      Optional<Value> dated = new InstantText(text).dated();
      return dated.isPresent() ? dated : epoch(text);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Epoch seconds as a point in time; empty beyond the years 1 to 9999. */
  static Optional<Value> ofEpoch(double seconds) {
    if (!(seconds >= -62_135_596_800d && seconds <= LAST_SECOND)) {
      return Optional.empty();
    }
    long whole = (long) Math.floor(seconds);
    long nanos = Math.round((seconds - whole) * 1e6) * 1000;
    return Optional.of(new Value.Moment(Instant.ofEpochSecond(whole, nanos)));
  }

  private static Optional<Value> epoch(String text) {
    String number = text.startsWith("@") ? text.substring(1) : text;
    int end = NumberText.end(number, 0);
    boolean whole = end > 0 && end == number.length() && number.indexOf(',') < 0;
    return whole ? ofEpoch(NumberText.number(number, 0, end)) : Optional.empty();
  }

  private Optional<Value> dated() {
    if (scan.oneOf(DAYS) > 0) {
      scan.blanks();
    }
    int month = scan.oneOf(MONTHS);
    return month > 0 ? monthFirst(month) : yearFirst();
  }

  /** {@code Nov 20 19:45:00 2026 GMT}. */
  private Optional<Value> monthFirst(int month) {
    scan.blanks();
    int day = scan.number(1, 2);
    scan.blanks();
    int hour = scan.number(2, 2);
    int minute = scan.after(':');
    int second = scan.after(':');
    scan.blanks();
    int year = scan.number(4, 4);
    return scan.failed()
        ? Optional.empty()
        : ending(LocalDateTime.of(year, month, day, hour, minute, second));
  }

  /** {@code 2026-11-20}, {@code 2026-11-20 19:45:00.123 +0100}. */
  private Optional<Value> yearFirst() {
    int year = scan.number(4, 4);
    int month = scan.after('-');
    int day = scan.after('-');
    if (scan.failed()) {
      return Optional.empty();
    }
    if (scan.atEnd()) {
      return ending(LocalDateTime.of(year, month, day, 0, 0));
    }
    if (!scan.skip('T')) {
      scan.blanks();
    }
    int hour = scan.number(2, 2);
    int minute = scan.after(':');
    int second = scan.peek() == ':' ? scan.after(':') : 0;
    int nanos = scan.fraction();
    return scan.failed()
        ? Optional.empty()
        : ending(LocalDateTime.of(year, month, day, hour, minute, second, nanos));
  }

  private Optional<Value> ending(LocalDateTime time) {
    scan.blanks();
    int offset = scan.offsetSeconds();
    if (scan.failed() || !scan.atEnd() || time.getYear() < 1) {
      return Optional.empty();
    }
    return Optional.of(new Value.Moment(time.toInstant(ZoneOffset.ofTotalSeconds(offset))));
  }
}
