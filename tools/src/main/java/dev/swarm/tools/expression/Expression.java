package dev.swarm.tools.expression;

import dev.swarm.tools.rows.Value;
import java.util.Optional;
import java.util.Set;

/** A parsed condition or computation; immutable, safe for any thread. */
public interface Expression {

  /**
   * Reads an expression.
   *
   * @throws ExpressionException with what was expected and the column, counted from 1
   */
  static Expression parse(String text) {
    return Parsing.of(text);
  }

  /** The value, or empty where a name in it is missing or a division is by zero. */
  Optional<Value> value(Scope scope);

  /** As a condition. */
  Truth truth(Scope scope);

  /** The names it reads, host facts included: what the check is about. */
  Set<String> names();

  /** The text it was read from. */
  String text();
}
