package dev.swarm.tools.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          a < | 4 | expected a name, a number, a 'text' or (, found the end
          a & b | 3 | found &
          a = = b | 5 | found =
          a == b | 4 | found =
          5XB | 2 | expected a unit
          5G | 2 | expected a unit
          'open | 1 | expected a closing '
          (a | 3 | expected ), found the end
          a b | 3 | expected an operator or the end, found b
          a < b < c | 7 | and
          cuont(x) > 1 | 1 | the nearest is count()
          presnt(x) | 1 | the nearest is present()
          min(a) | 1 | expected 2 arguments for min(), found 1
          abs(a, b) | 1 | expected 1 argument for abs(), found 2
          count(sum(x)) | 7 | expected no sum() inside another aggregate
          x matches '(' | 11 | expected an RE2 pattern
          x matches y | 11 | expected a 'pattern'
          x in 'a' | 6 | expected (
          x in () | 7 | found )
          x not y | 7 | expected in, contains, starts, matches or has
          and | 1 | found and
          delta(1) | 7 | expected the name of a field
          "" | 1 | found the end
          """)
  void a_mistake_is_told_with_its_column(String text, int column, String message) {
    var thrown = assertThrows(ExpressionException.class, () -> Expression.parse(text));
    assertEquals(column, thrown.column(), text);
    assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
  }

  @Test
  void nesting_and_length_have_an_end() {
    assertThrows(ExpressionException.class, () -> Expression.parse("(".repeat(2000)));
    assertThrows(ExpressionException.class, () -> Expression.parse("not ".repeat(1000) + "a"));
    assertThrows(ExpressionException.class, () -> Expression.parse("-".repeat(2000) + "1"));
    assertThrows(ExpressionException.class, () -> Expression.parse("a".repeat(5000)));
    assertThrows(ExpressionException.class, () -> Expression.parse("a+".repeat(2000) + "a"));
    var longest = Expression.parse("a+".repeat(400) + "a");
    assertTrue(longest.value(Here.SCOPE).isEmpty());
  }

  @Test
  void any_text_is_an_expression_or_an_expression_exception() {
    String[] words = {
      "a", "1", "5GB", "'x'", "(", ")", ",", "and", "or", "not", "in", "has", "matches", "=", "<=",
      "+", "-", "*", "/", "count(", "sum(", "min(", "bit(", "present(", "rate(", "n", "gone", "'",
          "{", "é"
    };
    Random random = new Random(20_261_120);
    int parsed = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int word = random.nextInt(9); word >= 0; word--) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      parsed += evaluates(text.toString()) ? 1 : 0;
    }
    assertTrue(parsed > 500, "only " + parsed + " were expressions");
  }

  private static boolean evaluates(String text) {
    try {
      var expression = Expression.parse(text);
      boolean hasValue = expression.value(Here.SCOPE).isPresent();
      return expression.truth(Here.SCOPE) == Truth.UNKNOWN || hasValue;
    } catch (ExpressionException e) {
      assertTrue(e.column() >= 1 && e.column() <= text.length() + 1);
      return false;
    }
  }
}
