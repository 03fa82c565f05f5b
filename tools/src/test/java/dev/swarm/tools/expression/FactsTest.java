package dev.swarm.tools.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FactsTest {
  private static final Facts HOST = Facts.of(Map.of("cores", text("host"), "item", text("host")));

  @Test
  void a_field_of_the_row_comes_first() {
    var row = row("a", Map.of("cores", text("row"), "subject", text("field")));
    assertEquals("row", named("cores", HOST.with("cores", text("given")).at(row)));
    assertEquals("field", named("subject", HOST.at(row)));
  }

  @Test
  void what_is_given_comes_before_the_subject_of_the_row() {
    var row = row("a", Map.of());
    assertEquals("given", named("subject", HOST.with("subject", text("given")).at(row)));
    assertEquals("a", named("subject", HOST.at(row)));
    assertEquals("disk", named("kind", HOST.at(row)));
  }

  @Test
  void count_is_the_size_of_the_group_unless_given() {
    var scope = HOST.with(List.of(row("a", Map.of())));
    assertEquals("1", named("count", scope));
    assertEquals("given", named("count", scope.with("count", text("given"))));
  }

  @Test
  void what_is_given_comes_before_the_host() {
    assertEquals("given", named("item", HOST.with("item", text("given"))));
    assertEquals("host", named("item", HOST));
    assertEquals("?", named("nobody", HOST));
  }

  @Test
  void a_group_stays_when_a_row_is_at_hand() {
    var rows = List.of(row("a", Map.of()), row("b", Map.of()));
    assertEquals(rows, HOST.with(rows).at(rows.getFirst()).group());
    assertEquals(List.of(rows.getLast()), HOST.at(rows.getFirst()).at(rows.getLast()).group());
    assertEquals(List.of(), HOST.group());
  }

  @Test
  void the_earlier_row_is_that_of_the_same_subject() {
    var earlier = List.of(row("a", Map.of()), row("twice", Map.of()), row("twice", Map.of()));
    var scope = HOST.withEarlier(earlier, 0.5);
    assertEquals("a", scope.at(row("a", Map.of())).earlier().orElseThrow().subject());
    assertEquals(true, scope.at(row("twice", Map.of())).earlier().isEmpty());
    assertEquals(true, scope.at(row("b", Map.of())).earlier().isEmpty());
    assertEquals(true, scope.earlier().isEmpty());
    assertEquals(0.5, scope.elapsedSeconds());
  }

  private static String named(String name, Scope scope) {
    return scope.name(name).map(Value::raw).orElse("?");
  }

  private static Row row(String subject, Map<String, Value> fields) {
    return new Row("disk", subject, List.of(1), fields);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }
}
