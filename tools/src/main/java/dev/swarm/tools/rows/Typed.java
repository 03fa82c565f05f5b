package dev.swarm.tools.rows;

import dev.swarm.tools.rows.Value.Flag;
import dev.swarm.tools.rows.Value.Moment;
import dev.swarm.tools.rows.Value.Quantity;
import dev.swarm.tools.rows.Value.Text;
import java.util.Optional;

/** Gives a computed value the type that its field declares. */
final class Typed {
  private Typed() {}

  static Optional<Value> as(FieldType type, Value value) {
    return switch (value) {
      case Quantity quantity -> ofNumber(type, quantity);
      case Text text -> ValueText.read(type, text.text());
      case Moment moment -> ofMoment(type, moment);
      case Flag flag -> ofFlag(type, flag);
    };
  }

  private static Optional<Value> ofNumber(FieldType type, Quantity value) {
    double number = value.number();
    return switch (type) {
      case TEXT -> Optional.of(new Text(value.raw()));
      case INTEGER -> Value.quantity(Math.rint(number), Unit.NONE);
      case NUMBER -> Value.quantity(number, Unit.NONE);
      case BYTES -> Value.quantity(number, Unit.BYTES);
      case KIBIBYTES -> Value.quantity(unless(Unit.BYTES, value, 1024), Unit.BYTES);
      case PERCENT -> Value.quantity(number, Unit.PERCENT);
      case SECONDS -> Value.quantity(number, Unit.SECONDS);
      case MILLISECONDS -> Value.quantity(unless(Unit.SECONDS, value, 1e-3), Unit.SECONDS);
      case CELSIUS -> Value.quantity(number, Unit.CELSIUS);
      case INSTANT -> InstantText.ofEpoch(number);
      case FLAG -> FlagText.read(value.raw());
    };
  }

  private static double unless(Unit already, Quantity value, double factor) {
    return value.unit() == already ? value.number() : value.number() * factor;
  }

  private static Optional<Value> ofMoment(FieldType type, Moment moment) {
    return type == FieldType.INSTANT ? Optional.of(moment) : ValueText.read(type, moment.raw());
  }

  private static Optional<Value> ofFlag(FieldType type, Flag flag) {
    return type == FieldType.FLAG ? Optional.of(flag) : ValueText.read(type, flag.raw());
  }
}
