package dev.swarm.tools.expression;

import dev.swarm.tools.expression.Node.Operation;
import dev.swarm.tools.rows.FieldType;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import dev.swarm.tools.rows.Value.Flag;
import dev.swarm.tools.rows.Value.Moment;
import dev.swarm.tools.rows.Value.Quantity;
import dev.swarm.tools.rows.Value.Text;
import dev.swarm.tools.rows.ValueText;
import java.time.Instant;
import java.util.Optional;

/** Calculates with values, units included. */
final class Arithmetic {
  private Arithmetic() {}

  static Optional<Value> value(Value left, Operation operation, Value right) {
    if (operation == Operation.PLUS && (left instanceof Text || right instanceof Text)) {
      return Optional.of(new Text(left.raw() + right.raw()));
    }
    if (left instanceof Moment moment) {
      return shifted(moment, operation, right);
    }
    Optional<Quantity> first = number(left);
    Optional<Quantity> second = number(right);
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : calculated(first.get(), operation, second.get());
  }

  static Optional<Value> negative(Value value) {
    return number(value).flatMap(it -> Value.quantity(-it.number(), it.unit()));
  }

  /** The number in a value; a text is read as one. */
  static Optional<Quantity> number(Value value) {
    return switch (value) {
      case Quantity quantity -> Optional.of(quantity);
      case Text text -> ValueText.read(FieldType.NUMBER, text.text()).map(Quantity.class::cast);
      case Moment _, Flag _ -> Optional.empty();
    };
  }

  /** A point in time as epoch seconds. */
  static double epoch(Instant instant) {
    return instant.getEpochSecond() + instant.getNano() / 1e9;
  }

  /** The unit that two numbers share, a bare number taking the other's; empty where they differ. */
  static Optional<Unit> common(Unit left, Unit right) {
    if (left == right || right == Unit.NONE) {
      return Optional.of(left);
    }
    return left == Unit.NONE ? Optional.of(right) : Optional.empty();
  }

  private static Optional<Value> calculated(Quantity left, Operation operation, Quantity right) {
    return switch (operation) {
      case PLUS -> summed(left, right.number(), right.unit());
      case MINUS -> summed(left, -right.number(), right.unit());
      case TIMES ->
          Value.quantity(left.number() * right.number(), product(left.unit(), right.unit()));
      case OVER ->
          Value.quantity(left.number() / right.number(), quotient(left.unit(), right.unit()));
    };
  }

  private static Optional<Value> summed(Quantity left, double number, Unit unit) {
    return common(left.unit(), unit)
        .flatMap(shared -> Value.quantity(left.number() + number, shared));
  }

  private static Unit product(Unit left, Unit right) {
    return left == Unit.NONE ? right : right == Unit.NONE ? left : Unit.NONE;
  }

  private static Unit quotient(Unit left, Unit right) {
    return right == Unit.NONE ? left : Unit.NONE;
  }

  /** Two points in time are seconds apart; a point in time moves by seconds. */
  private static Optional<Value> shifted(Moment moment, Operation operation, Value by) {
    if (operation == Operation.MINUS && by instanceof Moment(Instant other)) {
      return Value.quantity(epoch(moment.instant()) - epoch(other), Unit.SECONDS);
    }
    Optional<Quantity> seconds = number(by);
    boolean moves = operation == Operation.PLUS || operation == Operation.MINUS;
    if (!moves || seconds.isEmpty()) {
      return Optional.empty();
    }
    double sign = operation == Operation.PLUS ? 1 : -1;
    return ValueText.moment(epoch(moment.instant()) + sign * seconds.get().number());
  }
}
