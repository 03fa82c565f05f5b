package dev.swarm.tools.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AggregateTest {
  private static final List<Row> GROUP =
      List.of(
          process("1", Map.of("state", text("S"), "memory", bytes(10), "hits", count(5))),
          process("2", Map.of("state", text("Z"), "memory", bytes(30), "hits", count(8))),
          process("3", Map.of("state", text("Z"), "memory", bytes(20))),
          process("4", Map.of("memory", bytes(40))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          count() | 4
          count | 4
          count(state = 'Z') | 2
          count(state = 'R') | 0
          count(memory > limit) | 2
          count(subject = '2') | 1
          count(gone = 1) | ?
          sum(memory) | 100 B
          sum(memory * 2) | 200 B
          sum(hits) | 13
          sum(gone) | ?
          least(memory) | 10 B
          most(memory) | 40 B
          most(state) | Z
          most(gone) | ?
          distinct(state) | 2
          distinct(gone) | ?
          sum(memory) / count() | 25 B
          sum(delta(hits)) | 4
          """)
  void aggregates_run_over_the_group(String text, String expected) {
    var earlier =
        List.of(process("1", Map.of("hits", count(3))), process("2", Map.of("hits", count(6))));
    var scope = Facts.of(Map.of("limit", bytes(20))).with(GROUP).withEarlier(earlier, 1);
    assertEquals(expected, shown(text, scope));
  }

  @Test
  void a_single_row_is_a_group_of_one() {
    assertEquals("1", shown("count()", Facts.of(Map.of()).at(GROUP.getFirst())));
    assertEquals("10 B", shown("sum(memory)", Facts.of(Map.of()).at(GROUP.getFirst())));
  }

  @Test
  void an_empty_group_counts_nothing_and_has_no_most() {
    var nobody = Facts.of(Map.of()).with(List.of());
    assertEquals("0", shown("count()", nobody));
    assertEquals("0", shown("count(state = 'Z')", nobody));
    assertEquals("0", shown("sum(memory)", nobody));
    assertEquals("?", shown("most(memory)", nobody));
  }

  private static String shown(String text, Scope scope) {
    return Expression.parse(text).value(scope).map(Value::shown).orElse("?");
  }

  private static Row process(String pid, Map<String, Value> fields) {
    return new Row("process", pid, List.of(1), fields);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value bytes(double number) {
    return new Value.Quantity(number, Unit.BYTES);
  }

  private static Value count(double number) {
    return new Value.Quantity(number, Unit.NONE);
  }
}
