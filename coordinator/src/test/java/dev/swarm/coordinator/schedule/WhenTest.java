package dev.swarm.coordinator.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhenTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void an_interval_rests_on_the_calendar() {
    var when = new When.Every(Duration.ofHours(6));
    assertEquals(at("2026-11-20T18:00:00Z"), when.latest(at("2026-11-20T19:45:12Z")));
    assertEquals(at("2026-11-21T00:00:00Z"), when.next(at("2026-11-20T19:45:12Z")));
    assertEquals(at("2026-11-21T00:00:00Z"), when.next(at("2026-11-20T18:00:00Z")));
    assertEquals("every 6h", when.text());
  }

  @Test
  void times_of_day_are_those_of_the_zone() {
    var when = times("02:30", "Mon 08:00");
    assertEquals(
        List.of(
            "2026-11-21T01:30:00Z",
            "2026-11-22T01:30:00Z",
            "2026-11-23T01:30:00Z",
            "2026-11-23T07:00:00Z",
            "2026-11-24T01:30:00Z"),
        next(when, "2026-11-20T19:00:00Z", 5));
    assertEquals("at 02:30, Mon 08:00 Europe/Berlin", when.text());
  }

  @Test
  void a_time_that_the_clocks_leap_over_is_when_they_do_and_once() {
    var when = times("02:15", "02:45", "04:00");
    assertEquals(
        List.of("2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z", "2026-03-30T00:15:00Z"),
        next(when, "2026-03-28T12:00:00Z", 3));
  }

  @Test
  void a_time_that_the_clocks_show_twice_is_the_first_of_the_two() {
    var when = times("02:30");
    assertEquals(
        List.of("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"),
        next(when, "2026-10-23T12:00:00Z", 3));
  }

  @Test
  void latest_and_next_agree_at_every_instant() {
    var lots = new Random(7);
    var zones = List.of("Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia");
    for (int round = 0; round < 300; round++) {
      var zone = ZoneId.of(zones.get(round % zones.size()));
      var when =
          new When.At(
              List.of(Moment.parse("00:30"), Moment.parse("Sun 02:10"), Moment.parse("23:59")),
              zone);
      var instant = Instant.ofEpochSecond(1_000_000_000L + lots.nextInt(1_000_000_000));
      var latest = when.latest(instant);
      assertFalse(latest.isAfter(instant));
      assertTrue(when.next(instant).isAfter(instant));
      assertEquals(when.next(instant), when.next(latest), zone + " " + instant);
    }
  }

  @Test
  void what_is_no_time_of_day_is_refused_with_what_was_expected() {
    for (var wrong : List.of("", "25:00", "2:30", "Mon", "Mo 08:00", "08:00 Mon", "Mon 08:60")) {
      var refusal = assertThrows(IllegalArgumentException.class, () -> Moment.parse(wrong));
      assertTrue(String.valueOf(refusal.getMessage()).contains("such as 02:30"), wrong);
    }
    assertThrows(IllegalArgumentException.class, () -> new When.Every(Duration.ofSeconds(59)));
  }

  @Test
  void the_shortest_time_between_two_slots_is_known() {
    assertEquals(Duration.ofHours(24), times("02:30").shortest());
    assertEquals(Duration.ofMinutes(90), times("02:30", "Mon 04:00").shortest());
    assertEquals(Duration.ofDays(7), times("Mon 04:00").shortest());
  }

  private static When times(String... moments) {
    return new When.At(Stream.of(moments).map(Moment::parse).toList(), BERLIN);
  }

  private static List<String> next(When when, String after, int count) {
    var slots = new ArrayList<String>();
    var slot = at(after);
    for (int each = 0; each < count; each++) {
      slot = when.next(slot);
      slots.add(slot.toString());
    }
    return slots;
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
