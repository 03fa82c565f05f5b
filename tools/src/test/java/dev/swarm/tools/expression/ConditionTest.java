package dev.swarm.tools.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          true and true | TRUE
          true and false | FALSE
          true and gone | UNKNOWN
          gone and true | UNKNOWN
          gone and gone | UNKNOWN
          false and gone | FALSE
          gone and false | FALSE
          false or false | FALSE
          true or gone | TRUE
          gone or true | TRUE
          false or gone | UNKNOWN
          gone or false | UNKNOWN
          gone or gone | UNKNOWN
          not true | FALSE
          not false | TRUE
          not gone | UNKNOWN
          not not true | TRUE
          """)
  void logic_is_three_valued(String text, Truth truth) {
    assertTruth(truth, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          n = 7 | TRUE
          n = 8 | FALSE
          n != 7 | FALSE
          n != 8 | TRUE
          n < 7 | FALSE
          n < 7.5 | TRUE
          n <= 7 | TRUE
          n > 7 | FALSE
          n >= 7 | TRUE
          n > -1 | TRUE
          gone = 7 | UNKNOWN
          7 != gone | UNKNOWN
          size > 0 | TRUE
          size >= 1kB | TRUE
          share > 89% | TRUE
          share < 5GB | UNKNOWN
          span = 2min | TRUE
          name = 'ext4' | TRUE
          name != 'xfs' | TRUE
          name < 'xfs' | TRUE
          name = 'it''s' | FALSE
          digits = 42 | TRUE
          42 < digits | FALSE
          digits > 5 | TRUE
          name = 4 | UNKNOWN
          name > 4 | UNKNOWN
          on = true | TRUE
          on != false | TRUE
          on = 'yes' | TRUE
          on = 1 | UNKNOWN
          on = name | UNKNOWN
          made < now | TRUE
          made = 1795203900 | TRUE
          1795203900 = made | TRUE
          made > 1795203900.5 | FALSE
          made = '2026-11-20 19:45:00' | TRUE
          made = name | UNKNOWN
          """)
  void values_are_compared_by_their_kinds(String text, Truth truth) {
    assertTruth(truth, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          name in ('xfs','ext4') | TRUE
          name in ('xfs') | FALSE
          name not in ('xfs') | TRUE
          name not in ('ext4') | FALSE
          gone in ('xfs') | UNKNOWN
          gone not in ('xfs') | UNKNOWN
          name in ('xfs', gone) | UNKNOWN
          name in (gone, 'ext4') | TRUE
          n in (1, 7) | TRUE
          name contains 'xt' | TRUE
          name contains 'XT' | FALSE
          name not contains 'xt' | FALSE
          n contains '7' | TRUE
          gone contains 'a' | UNKNOWN
          name contains gone | UNKNOWN
          name starts 'ext' | TRUE
          name starts 'xt' | FALSE
          name not starts 'xt' | TRUE
          name matches '^ext[234]$' | TRUE
          name matches 'xt' | TRUE
          name matches '^xt' | FALSE
          name not matches '^xt' | TRUE
          gone matches 'a' | UNKNOWN
          options has 'noatime' | TRUE
          options has 'atime' | FALSE
          options has 'rw' | TRUE
          options has 'errors=remount-ro' | TRUE
          options has 'errors' | FALSE
          options not has 'ro' | TRUE
          options has '' | FALSE
          gone has 'rw' | UNKNOWN
          present(n) | TRUE
          present(gone) | FALSE
          not present(gone) | TRUE
          present(n / zero) | FALSE
          """)
  void texts_are_searched(String text, Truth truth) {
    assertTruth(truth, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          root | TRUE
          not on | FALSE
          name | UNKNOWN
          n | UNKNOWN
          zero | FALSE
          gone | UNKNOWN
          'enabled' | TRUE
          'no' | FALSE
          bit(0, 5) | TRUE
          """)
  void a_value_is_a_condition_when_it_reads_as_a_flag(String text, Truth truth) {
    assertTruth(truth, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          true or true and false | TRUE
          (true or true) and false | FALSE
          not false and false | FALSE
          not n = 8 | TRUE
          n + 1 = 8 | TRUE
          n = 8 or n = 7 and on | TRUE
          n - 1 - 1 = 5 | TRUE
          2 + 3 * 2 = 8 | TRUE
          -n + 8 = 1 | TRUE
          12 / 2 / 3 = 2 | TRUE
          n*2>13 and n>=7 | TRUE
          """)
  void operators_bind_as_people_expect(String text, Truth truth) {
    assertTruth(truth, text);
  }

  private static void assertTruth(Truth truth, String text) {
    assertEquals(truth, Expression.parse(text).truth(Here.SCOPE), text);
  }
}
