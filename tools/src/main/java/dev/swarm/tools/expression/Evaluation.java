package dev.swarm.tools.expression;

import dev.swarm.tools.expression.Node.Aggregate;
import dev.swarm.tools.expression.Node.Calculation;
import dev.swarm.tools.expression.Node.Call;
import dev.swarm.tools.expression.Node.Condition;
import dev.swarm.tools.expression.Node.Constant;
import dev.swarm.tools.expression.Node.Growth;
import dev.swarm.tools.expression.Node.Name;
import dev.swarm.tools.expression.Node.Negative;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import dev.swarm.tools.rows.Value.Quantity;
import java.util.Optional;

/** The value of a node where it stands; empty as soon as something it needs is missing. */
final class Evaluation {
  private static final Optional<Value> YES = Optional.of(new Value.Flag(true));
  private static final Optional<Value> NO = Optional.of(new Value.Flag(false));

  private Evaluation() {}

  static Optional<Value> value(Node node, Scope scope) {
    return switch (node) {
      case Constant(Optional<Value> value) -> value;
      case Name(String name) -> scope.name(name);
      case Negative(Node of) -> value(of, scope).flatMap(Arithmetic::negative);
      case Calculation calculation -> calculated(calculation, scope);
      case Call call -> Functions.value(call, scope);
      case Growth growth -> grown(growth, scope);
      case Aggregate aggregate -> Aggregates.value(aggregate, scope);
      case Condition condition -> flag(Conditions.truth(condition, scope));
    };
  }

  private static Optional<Value> calculated(Calculation calculation, Scope scope) {
    Optional<Value> left = value(calculation.left(), scope);
    Optional<Value> right = left.isEmpty() ? left : value(calculation.right(), scope);
    return right.isEmpty()
        ? Optional.empty()
        : Arithmetic.value(left.orElseThrow(), calculation.operation(), right.get());
  }

  private static Optional<Value> grown(Growth growth, Scope scope) {
    Optional<Quantity> before =
        scope.earlier().flatMap(row -> row.field(growth.field())).flatMap(Arithmetic::number);
    Optional<Quantity> now = scope.name(growth.field()).flatMap(Arithmetic::number);
    if (before.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    double delta = now.get().number() - before.get().number();
    // A counter that went backwards was reset in between: what it grew by is not known.
    return delta < 0
        ? Optional.empty()
        : growth(growth, delta, now.get().unit(), scope.elapsedSeconds());
  }

  private static Optional<Value> growth(Growth growth, double delta, Unit unit, double elapsed) {
    if (!growth.perSecond()) {
      return Value.quantity(delta, unit);
    }
    // Seconds per second are a share.
    return elapsed > 0
        ? Value.quantity(delta / elapsed, unit == Unit.SECONDS ? Unit.NONE : unit)
        : Optional.empty();
  }

  private static Optional<Value> flag(Truth truth) {
    return switch (truth) {
      case TRUE -> YES;
      case FALSE -> NO;
      case UNKNOWN -> Optional.empty();
    };
  }
}
