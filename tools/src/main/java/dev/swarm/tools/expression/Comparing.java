package dev.swarm.tools.expression;

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
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Compares values of the same and of different kinds; what cannot be compared is unknown. A text
 * beside a number, a point in time or a flag is read as one.
 */
final class Comparing {
  private Comparing() {}

  /** The sign of left compared with right. */
  static OptionalInt sign(Value left, Value right) {
    return switch (left) {
      case Quantity quantity -> ofNumber(quantity, right);
      case Text text -> ofText(text, right);
      case Moment moment -> ofMoment(moment, right);
      case Flag flag -> ofFlag(flag, right);
    };
  }

  /** A value as epoch seconds. */
  static OptionalDouble epoch(Value value) {
    return switch (value) {
      case Moment(Instant instant) -> OptionalDouble.of(Arithmetic.epoch(instant));
      case Quantity(double number, Unit _) -> OptionalDouble.of(number);
      case Text(String text) -> parsedEpoch(text);
      case Flag _ -> OptionalDouble.empty();
    };
  }

  private static OptionalInt ofNumber(Quantity left, Value right) {
    if (right instanceof Moment) {
      return seconds(left, right);
    }
    Optional<Quantity> number = Arithmetic.number(right);
    if (number.isEmpty() || Arithmetic.common(left.unit(), number.get().unit()).isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Double.compare(left.number(), number.get().number()));
  }

  private static OptionalInt ofText(Text text, Value beside) {
    return beside instanceof Text(String other)
        ? OptionalInt.of(Integer.signum(text.text().compareTo(other)))
        : reversed(sign(beside, text));
  }

  private static OptionalInt ofMoment(Moment left, Value right) {
    return right instanceof Moment(Instant instant)
        ? OptionalInt.of(Integer.signum(left.instant().compareTo(instant)))
        : seconds(left, right);
  }

  private static OptionalInt ofFlag(Flag left, Value right) {
    Truth truth = right instanceof Quantity ? Truth.UNKNOWN : Conditions.flag(right);
    return truth == Truth.UNKNOWN
        ? OptionalInt.empty()
        : OptionalInt.of(Boolean.compare(left.set(), truth == Truth.TRUE));
  }

  private static OptionalInt seconds(Value left, Value right) {
    OptionalDouble first = epoch(left);
    OptionalDouble second = epoch(right);
    return first.isEmpty() || second.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Double.compare(first.getAsDouble(), second.getAsDouble()));
  }

  private static OptionalDouble parsedEpoch(String text) {
    return ValueText.read(FieldType.INSTANT, text)
        .map(Comparing::epoch)
        .orElseGet(OptionalDouble::empty);
  }

  private static OptionalInt reversed(OptionalInt sign) {
    return sign.isEmpty() ? sign : OptionalInt.of(-sign.getAsInt());
  }
}
