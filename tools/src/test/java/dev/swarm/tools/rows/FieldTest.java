package dev.swarm.tools.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.swarm.tools.expression.Expression;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldTest {

  @ParameterizedTest
  @ValueSource(strings = {"uptime", "count", "subject", "and", "true", "", "1a", "a-b", "a b", "é"})
  void a_name_that_expressions_would_read_otherwise_is_refused(String name) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Field(name, FieldType.TEXT, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void a_field_is_read_or_computed_and_not_both() {
    var from = Optional.of(Expression.parse("1"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Field("a", FieldType.TEXT, Optional.of("/a"), from, Optional.empty()));
    assertEquals(
        "a_1", new Field("a_1", FieldType.TEXT, Optional.empty(), from, Optional.empty()).name());
  }
}
