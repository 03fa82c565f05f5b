package dev.swarm.tools.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code newer}, {@code shape} and {@code first}. */
final class LikenessTest {

  @ParameterizedTest
  @CsvSource({
    "6.1.0-20-amd64, 6.1.0-9-amd64, true",
    "6.1.0-9-amd64, 6.1.0-20-amd64, false",
    "6.1.0-9-amd64, 6.1.0-9-amd64, false",
    "5.14.0-427.el9_4.x86_64, 5.14.0-362.el9_3.x86_64, true",
    "6.12.1, 6.12, true",
    "6.12, 6.12.1, false",
    "2.0, 2.0~rc1, true",
    "2.0~rc1, 2.0, false",
    "20261120001122334455667788, 20261120001122334455667787, true",
  })
  void a_version_is_newer_part_by_part(String left, String right, String expected) {
    assertEquals(expected, raw("newer('" + left + "', '" + right + "')"));
  }

  @ParameterizedTest
  @CsvSource({
    "request 4711 failed, request 815 failed",
    "connection to 192.0.2.1 refused, connection to 192.0.2.77 refused",
    "job 0x7f10 at 2026-11-20, job 0x7f99 at 2026-11-21",
    "unit d0c9e2a41b user 7, unit 5b77af0e12 user 8",
  })
  void messages_that_differ_in_numbers_have_one_shape(String one, String other) {
    assertEquals(raw("shape('" + one + "')"), raw("shape('" + other + "')"));
  }

  @ParameterizedTest
  @CsvSource({"cannot open, cannot close", "disk a full, disk b full", "bad face, bad cafe"})
  void messages_that_differ_in_words_have_not(String one, String other) {
    assertEquals("false", raw("shape('" + one + "') = shape('" + other + "')"));
  }

  @ParameterizedTest
  @CsvSource({
    "'first(gone, name)', ext4",
    "'first(name, gone)', ext4",
    "'first(gone, gone)', ?",
    "'newer(gone, name)', ?",
    "'shape(gone)', ?"
  })
  void the_first_of_two_is_the_one_that_is_there(String expression, String expected) {
    assertEquals(expected, raw(expression));
  }

  private static String raw(String expression) {
    return Expression.parse(expression).value(Here.SCOPE).map(value -> value.raw()).orElse("?");
  }
}
