package dev.swarm.tools.expression;

import dev.swarm.tools.expression.Node.Call;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import dev.swarm.tools.rows.Value.Quantity;
import dev.swarm.tools.rows.Value.Text;
import java.util.Locale;
import java.util.Optional;

/** The functions of one row's values; a missing argument makes the result missing. */
final class Functions {
  static final String NOW = "now";

  /** Whole numbers are exact up to 2^53. */
  private static final double EXACT = 0x1p53;

  private Functions() {}

  static Optional<Value> value(Call call, Scope scope) {
    Optional<Value> first = Evaluation.value(call.arguments().getFirst(), scope);
    if (first.isEmpty()) {
      return call.function() == Function.FIRST ? second(call, scope) : first;
    }
    Value value = first.get();
    return switch (call.function()) {
      case MIN -> chosen(value, second(call, scope), -1);
      case MAX -> chosen(value, second(call, scope), 1);
      case BIT -> bit(value, second(call, scope));
      case AGE -> scope.name(NOW).flatMap(now -> age(value, now));
      case ABS ->
          Arithmetic.number(value).flatMap(it -> Value.quantity(Math.abs(it.number()), it.unit()));
      case LOWER -> Optional.of(new Text(value.raw().toLowerCase(Locale.ROOT)));
      case UPPER -> Optional.of(new Text(value.raw().toUpperCase(Locale.ROOT)));
      case SHAPE -> Optional.of(new Text(Texts.shape(value.raw())));
      case NEWER -> second(call, scope).map(than -> new Value.Flag(newer(value, than)));
      case FIRST -> first;
      case LENGTH -> Value.quantity((double) value.raw().codePoints().count(), Unit.NONE);
    };
  }

  private static boolean newer(Value left, Value right) {
    return Versions.compare(left.raw(), right.raw()) > 0;
  }

  private static Optional<Value> second(Call call, Scope scope) {
    return Evaluation.value(call.arguments().get(1), scope);
  }

  private static Optional<Value> chosen(Value left, Optional<Value> right, int sign) {
    if (right.isEmpty()) {
      return right;
    }
    var compared = Comparing.sign(left, right.get());
    if (compared.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(compared.getAsInt() * sign >= 0 ? left : right.get());
  }

  private static Optional<Value> bit(Value place, Optional<Value> mask) {
    Optional<Quantity> at = Arithmetic.number(place);
    Optional<Quantity> bits = mask.flatMap(Arithmetic::number);
    if (at.isEmpty() || bits.isEmpty() || !isWhole(at.get(), 62) || !isWhole(bits.get(), EXACT)) {
      return Optional.empty();
    }
    long set = (long) bits.get().number() >> (long) at.get().number() & 1;
    return Optional.of(new Value.Flag(set == 1));
  }

  private static boolean isWhole(Quantity value, double most) {
    double number = value.number();
    return number >= 0 && number <= most && number == Math.rint(number);
  }

  private static Optional<Value> age(Value since, Value now) {
    var from = Comparing.epoch(since);
    var until = Comparing.epoch(now);
    return from.isEmpty() || until.isEmpty()
        ? Optional.empty()
        : Value.quantity(until.getAsDouble() - from.getAsDouble(), Unit.SECONDS);
  }
}
