package dev.swarm.tools.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableTest {
  private static final Table TABLE =
      new Table(Map.of("rhel 9*", "2032-05-31", "rhel 9.1", "2023-05-31", "rhel*", "2000-01-01"));

  @ParameterizedTest
  @CsvSource({
    "rhel 9.1, 2023-05-31",
    "rhel 9.4, 2032-05-31",
    "rhel 9, 2032-05-31",
    "rhel 5, 2000-01-01",
    "debian 9, ?"
  })
  void the_exact_key_wins_then_the_longest_beginning(String text, String expected) {
    assertEquals(expected, TABLE.of(text).orElse("?"));
  }

  @Test
  void a_field_with_a_table_takes_what_stands_for_its_text() {
    var field =
        new Field("end", FieldType.INSTANT, Optional.empty(), Optional.empty(), Optional.of(TABLE));
    var expected = new Value.Moment(Instant.parse("2032-05-31T00:00:00Z"));
    assertEquals(Optional.of(expected), field.read("rhel 9.4"));
    assertEquals(Optional.of(expected), field.typed(new Value.Text("rhel 9.4")));
    assertEquals(Optional.empty(), field.read("debian 12"));
  }

  @Test
  void a_day_is_shown_as_a_day() {
    assertEquals("2032-05-31", new Value.Moment(Instant.parse("2032-05-31T00:00:00Z")).shown());
    assertEquals(
        "2032-05-31 00:01 UTC", new Value.Moment(Instant.parse("2032-05-31T00:01:30Z")).shown());
  }
}
