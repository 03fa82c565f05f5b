package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 41: how long a server asks to be left alone. */
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "7, PT7S",
    "1.5, PT1.5S",
    "' 20 ', PT20S",
    "-1, PT0S",
    "-99999999999999999999, PT0S",
    "1000000000000, PT24H",
    "99999999999999999999999999999999999999999, PT24H",
    "0.0000000000000000000001, PT0S"
  })
  void seconds_are_taken_as_they_are_and_never_absurdly_long(String text, Duration pause) {
    assertEquals(Optional.of(pause), RetryAfter.of(Map.of("retry-after", text), NOW));
  }

  @Test
  void milliseconds_count_before_seconds() {
    assertEquals(
        Optional.of(Duration.ofMillis(250)),
        RetryAfter.of(Map.of("retry-after-ms", "250", "retry-after", "9"), NOW));
  }

  @Test
  void seconds_count_where_the_milliseconds_say_nothing() {
    assertEquals(
        Optional.of(Duration.ofSeconds(9)),
        RetryAfter.of(Map.of("retry-after-ms", "soon", "retry-after", "9"), NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 01 Mar 2026 12:00:30 GMT",
        "Sunday, 01-Mar-26 12:00:30 GMT",
        "Sun Mar  1 12:00:30 2026"
      })
  void a_date_is_read_in_each_form_that_http_has(String date) {
    assertEquals(
        Optional.of(Duration.ofSeconds(30)), RetryAfter.of(Map.of("retry-after", date), NOW));
  }

  @Test
  void a_date_is_read_by_the_servers_clock_where_it_shows_it() {
    var headers =
        Map.of(
            "date", "Sun, 01 Mar 2026 09:00:00 GMT",
            "retry-after", "Sun, 01 Mar 2026 09:00:12 GMT");
    assertEquals(Optional.of(Duration.ofSeconds(12)), RetryAfter.of(headers, NOW));
  }

  @Test
  void a_date_that_is_over_is_no_pause_and_one_far_away_is_bounded() {
    assertEquals(
        Optional.of(Duration.ZERO),
        RetryAfter.of(Map.of("retry-after", "Sun, 01 Mar 2020 12:00:00 GMT"), NOW));
    assertEquals(
        Optional.of(RetryAfter.LONGEST),
        RetryAfter.of(Map.of("retry-after", "Mon, 01 Mar 9999 12:00:00 GMT"), NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "1e9", "NaN", "Infinity", "0x10", "Sun, 99 Mar 2026"})
  void what_says_nothing_is_as_if_it_were_not_there(String text) {
    assertEquals(Optional.empty(), RetryAfter.of(Map.of("retry-after", text), NOW));
  }

  @Test
  void without_a_header_there_is_no_pause() {
    assertEquals(Optional.empty(), RetryAfter.of(Map.of(), NOW));
  }
}
