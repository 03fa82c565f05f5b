package dev.swarm.tools.expression;

import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import dev.swarm.tools.rows.Value.Quantity;
import java.util.Optional;

/** A part of a template: words that stand as they are, or a blank to fill. */
sealed interface Piece {

  record Words(String text) implements Piece {}

  record Blank(Expression expression, Form form) implements Piece {
    Optional<String> filled(Scope scope) {
      return expression.value(scope).map(form::write);
    }

    /** As {@link #filled}, but a number that is not given a form stays as it is. */
    Optional<String> plain(Scope scope) {
      Form exact = form == Form.SHOWN ? Form.RAW : form;
      return expression.value(scope).map(exact::write);
    }
  }

  /** How a value is written. */
  enum Form {
    SHOWN,
    RAW,
    BYTES,
    PERCENT,
    SECONDS;

    String write(Value value) {
      return switch (this) {
        case SHOWN -> value.shown();
        case RAW -> value.raw();
        case BYTES -> in(Unit.BYTES, value);
        case PERCENT -> in(Unit.PERCENT, value);
        case SECONDS -> in(Unit.SECONDS, value);
      };
    }

    private static String in(Unit unit, Value value) {
      return Arithmetic.number(value)
          .map(quantity -> new Quantity(quantity.number(), unit).shown())
          .orElseGet(value::shown);
    }
  }
}
