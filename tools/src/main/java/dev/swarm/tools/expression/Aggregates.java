package dev.swarm.tools.expression;

import dev.swarm.tools.expression.Node.Aggregate;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import dev.swarm.tools.rows.Value.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Counts, sums and picks over the rows of a group. A row for which the argument is missing or
 * unknown takes no part; when that is every row, the result is missing.
 */
final class Aggregates {
  private Aggregates() {}

  static Optional<Value> value(Aggregate aggregate, Scope scope) {
    if (aggregate.of().isEmpty()) {
      return Value.quantity(scope.group().size(), Unit.NONE);
    }
    Node of = aggregate.of().get();
    List<Value> values =
        scope.group().stream().flatMap(row -> at(row, of, scope).stream()).toList();
    return switch (aggregate.aggregation()) {
      case COUNT -> known(values, scope, counted(values));
      case DISTINCT -> known(values, scope, distinct(values));
      case SUM -> values.isEmpty() && !scope.group().isEmpty() ? Optional.empty() : sum(values);
      case LEAST -> picked(values, -1);
      case MOST -> picked(values, 1);
    };
  }

  private static Optional<Value> at(Row row, Node of, Scope scope) {
    return Evaluation.value(of, scope.at(row));
  }

  private static Optional<Value> known(List<Value> values, Scope scope, int number) {
    return values.isEmpty() && !scope.group().isEmpty()
        ? Optional.empty()
        : Value.quantity(number, Unit.NONE);
  }

  private static int counted(List<Value> values) {
    int count = 0;
    for (Value value : values) {
      count += Conditions.flag(value) == Truth.TRUE ? 1 : 0;
    }
    return count;
  }

  private static int distinct(List<Value> values) {
    Set<String> seen = new HashSet<>();
    values.forEach(value -> seen.add(value.raw()));
    return seen.size();
  }

  private static Optional<Value> sum(List<Value> values) {
    Optional<Value> sum = Value.quantity(0, Unit.NONE);
    for (Value value : values) {
      Optional<Quantity> number = Arithmetic.number(value);
      if (number.isPresent()) {
        sum = sum.flatMap(so -> Arithmetic.value(so, Node.Operation.PLUS, number.get()));
      }
    }
    return sum;
  }

  private static Optional<Value> picked(List<Value> values, int sign) {
    Optional<Value> best = Optional.empty();
    for (Value value : values) {
      boolean better = best.map(so -> Comparing.sign(value, so).orElse(0) * sign > 0).orElse(true);
      best = better ? Optional.of(value) : best;
    }
    return best;
  }
}
