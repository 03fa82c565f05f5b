package dev.swarm.tools.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import dev.swarm.tools.rows.Value.Quantity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComputationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          5GB | 5000000000 BYTES
          5GiB | 5368709120 BYTES
          1TB | 1000000000000 BYTES
          3kB | 3000 BYTES
          90% | 90 PERCENT
          30d | 2592000 SECONDS
          2h | 7200 SECONDS
          15min | 900 SECONDS
          10s | 10 SECONDS
          50ms | 0.05 SECONDS
          2.5 | 2.5 NONE
          """)
  void a_literal_may_have_a_unit(String text, String expected) {
    assertValue(expected, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          size + used | 1900 BYTES
          size - used | 100 BYTES
          size + 24 | 1024 BYTES
          1024 - size | 24 BYTES
          size * 2 | 2000 BYTES
          2 * size | 2000 BYTES
          size / 4 | 250 BYTES
          used / size | 0.9 NONE
          100 * used / size | 90 NONE
          size + span | ?
          size * span | 120000 NONE
          -share | -90 PERCENT
          n / zero | ?
          n / gone | ?
          gone + 1 | ?
          -gone | ?
          on + 1 | ?
          digits * 2 | 84 NONE
          name * 2 | ?
          name + '-' + n | ext4-7
          name + gone | ?
          made - 60 | 2026-11-20T19:44:00Z
          made + 1h | 2026-11-20T20:45:00Z
          now - made | 3600 SECONDS
          made * 2 | ?
          made + 9000000000000 | ?
          n > 6 | true
          gone > 6 | ?
          """)
  void units_go_through_arithmetic(String text, String expected) {
    assertValue(expected, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          min(n, 3) | 3 NONE
          min(3, n) | 3 NONE
          max(n, 3) | 7 NONE
          max(size, used) | 1000 BYTES
          max(n, gone) | ?
          max(size, span) | ?
          abs(-5) | 5 NONE
          abs(n) | 7 NONE
          abs(gone) | ?
          abs(name) | ?
          bit(1, n) | true
          bit(3, n) | false
          bit(4, '0x10') | true
          bit(-1, n) | ?
          bit(0.5, n) | ?
          bit(0, gone) | ?
          bit(62, 1) | false
          age(made) | 3600 SECONDS
          age(now + 1d) | -86400 SECONDS
          age(1795207500) | 0 SECONDS
          age(name) | ?
          age(gone) | ?
          lower('ABC') | abc
          upper(name) | EXT4
          length(name) | 4 NONE
          length(gone) | ?
          present(n) | true
          """)
  void functions_compute(String text, String expected) {
    assertValue(expected, text);
  }

  @Test
  void a_counter_is_compared_with_the_first_sample() {
    var earlier = Here.with(Here.ROW, "n", number(2));
    var scope = Here.SCOPE.withEarlier(List.of(earlier), 2.5);
    assertEquals("5 NONE", written("delta(n)", scope));
    assertEquals("2 NONE", written("rate(n)", scope));
    assertEquals("0 BYTES", written("rate(size)", scope));
    assertEquals("0 NONE", written("rate(span)", scope));
    assertEquals("?", written("delta(gone)", scope));
  }

  @Test
  void a_counter_that_went_backwards_was_reset_and_tells_nothing() {
    var earlier = Here.with(Here.ROW, "n", number(8));
    var scope = Here.SCOPE.withEarlier(List.of(earlier), 1);
    assertEquals("?", written("delta(n)", scope));
    assertEquals("?", written("rate(n)", scope));
  }

  @Test
  void without_a_first_sample_nothing_grew() {
    assertEquals("?", written("delta(n)", Here.SCOPE));
    var atOnce = Here.SCOPE.withEarlier(List.of(Here.ROW), 0);
    assertEquals("?", written("rate(n)", atOnce));
  }

  @Test
  void the_names_inside_functions_and_aggregates_are_told() {
    var expression =
        Expression.parse(
            "count(state = 'Z') > most(a) + b and not present(c) or age(made) > 1d and rate(d) in"
                + " (e) and f matches 'x' and g has h");
    assertEquals(
        Set.of("state", "a", "b", "c", "made", "now", "d", "e", "f", "g", "h"), expression.names());
  }

  @Test
  void the_text_is_kept() {
    assertEquals("n  > 1", Expression.parse("n  > 1").text());
  }

  private static Value number(double number) {
    return Here.number(number, Unit.NONE);
  }

  private static void assertValue(String expected, String text) {
    assertEquals(expected, written(text, Here.SCOPE), text);
  }

  private static String written(String text, Scope scope) {
    return Expression.parse(text).value(scope).map(ComputationTest::written).orElse("?");
  }

  private static String written(Value value) {
    return value instanceof Quantity quantity
        ? quantity.raw() + " " + quantity.unit()
        : value.raw();
  }
}
