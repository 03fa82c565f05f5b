package dev.swarm.tools.rows;

import dev.swarm.tools.expression.Expression;
import java.util.Optional;
import java.util.Set;

/**
 * A declared field of a row.
 *
 * @param name letters, digits and {@code _}, as expressions write it; none of {@link #TAKEN}
 * @param at where it is read: for JSON a pointer into the element, else the column, named group or
 *     key of a pair; its own name by default
 * @param from computed instead of read
 * @param values what was read or computed is looked up here first; what it does not hold is missing
 */
public record Field(
    String name,
    FieldType type,
    Optional<String> at,
    Optional<Expression> from,
    Optional<Table> values) {

  /**
   * Names with a meaning of their own. A field of that name would be mistaken for it, and the other
   * way round, where one of the two is missing.
   */
  public static final Set<String> TAKEN =
      Set.of(
          "and",
          "or",
          "not",
          "in",
          "contains",
          "starts",
          "matches",
          "has",
          "true",
          "false",
          "subject",
          "kind",
          "count",
          "item",
          "cores",
          "memory_total",
          "now",
          "uptime",
          "kernel",
          "root");

  public Field {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a field's name is letters, digits and _, beginning with a letter, not " + name);
    }
    if (TAKEN.contains(name)) {
      throw new IllegalArgumentException(
          "a field cannot be called %s, which means something else in expressions; `at: %s` reads it under another name"
              .formatted(name, name));
    }
    if (at.isPresent() && from.isPresent()) {
      throw new IllegalArgumentException("the field %s has both at and from".formatted(name));
    }
  }

  /** The value of a text that was read. */
  Optional<Value> read(String text) {
    return values.map(table -> table.of(text)).orElse(Optional.of(text)).flatMap(this::plain);
  }

  /** The value of what was computed. */
  Optional<Value> typed(Value computed) {
    return values.isPresent() ? read(computed.raw()) : Typed.as(type, computed);
  }

  private Optional<Value> plain(String text) {
    return ValueText.read(type, text);
  }

  /** A field without a table. */
  public Field(String name, FieldType type, Optional<String> at, Optional<Expression> from) {
    this(name, type, at, from, Optional.empty());
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && !NumberText.isDigit(text.charAt(0))
        && text.chars().allMatch(Field::isNamePart);
  }

  private static boolean isNamePart(int letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || letter == '_';
  }
}
