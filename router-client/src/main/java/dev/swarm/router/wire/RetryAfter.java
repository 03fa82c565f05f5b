package dev.swarm.router.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a server asks to be left alone: {@code retry-after-ms} (OpenAI's), or {@code
 * Retry-After} in seconds or as a date, in each of the three forms of RFC 9110 §5.6.7. A date is
 * read by the server's own clock where it shows it, so that ours may be wrong.
 */
final class RetryAfter {
  /** A server that asks for more is mistaken; ours, and bounded further by who waits. */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d*)?");

  /** More digits than any time has. */
  private static final int DIGITS = 30;

  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
              .withZone(ZoneOffset.UTC));

  private RetryAfter() {}

  /** Of {@code headers} with names in lower case; empty where none is there or it says nothing. */
  static Optional<Duration> of(Map<String, String> headers, Instant now) {
    var server = header(headers, "date").flatMap(RetryAfter::date).orElse(now);
    return header(headers, "retry-after-ms")
        .flatMap(text -> number(text, BigDecimal.ONE))
        .or(() ->
            header(headers, "retry-after")
                .flatMap(text ->
                    number(text, BigDecimal.valueOf(1000))
                        .or(() -> date(text).map(at -> until(server, at)))));
  }

  private static Optional<String> header(Map<String, String> headers, String name) {
    return Optional.ofNullable(headers.get(name)).map(String::strip);
  }

  private static Optional<Duration> number(String text, BigDecimal millis) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    if (text.startsWith("-")) {
      return Optional.of(Duration.ZERO);
    }
    if (text.length() > DIGITS) {
      return Optional.of(LONGEST);
    }
    var most = BigDecimal.valueOf(LONGEST.toMillis());
    return Optional.of(
        Duration.ofMillis(new BigDecimal(text).multiply(millis).min(most).longValue()));
  }

  private static Duration until(Instant now, Instant at) {
    var pause = Duration.between(now, at);
    if (pause.isNegative()) {
      return Duration.ZERO;
    }
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  private static Optional<Instant> date(String text) {
    return DATES.stream().flatMap(form -> date(text, form).stream()).findFirst();
  }

  private static Optional<Instant> date(String text, DateTimeFormatter form) {
    try {
      return Optional.of(ZonedDateTime.parse(text, form).toInstant());
    } catch (DateTimeException anotherForm) {
      return Optional.empty();
    }
  }
}
