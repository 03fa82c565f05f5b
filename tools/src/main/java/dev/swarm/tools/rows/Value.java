package dev.swarm.tools.rows;

import java.time.Instant;
import java.util.Optional;

/** One typed value of a row. */
public sealed interface Value {

  /** As the operator reads it: {@code 93 %}, {@code 2.1 GB}, {@code 3 days}. */
  String shown();

  /** Without unit and rounding: {@code 93.4}, {@code 2254857830}, ISO 8601 for an instant. */
  String raw();

  /** A number in its base unit; empty where it is infinite or no number at all. */
  static Optional<Value> quantity(double number, Unit unit) {
    return Double.isFinite(number) ? Optional.of(new Quantity(number, unit)) : Optional.empty();
  }

  /** A finite number in the base unit. */
  record Quantity(double number, Unit unit) implements Value {
    public Quantity {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("a quantity is finite, not " + number);
      }
      // Negative zero would read "-0".
      number = number + 0.0;
    }

    @Override
    public String shown() {
      return Shown.quantity(number, unit);
    }

    @Override
    public String raw() {
      return Shown.plain(number);
    }
  }

  record Text(String text) implements Value {
    @Override
    public String shown() {
      return text;
    }

    @Override
    public String raw() {
      return text;
    }
  }

  record Moment(Instant instant) implements Value {
    @Override
    public String shown() {
      return Shown.moment(instant);
    }

    @Override
    public String raw() {
      return instant.toString();
    }
  }

  record Flag(boolean set) implements Value {
    @Override
    public String shown() {
      return set ? "yes" : "no";
    }

    @Override
    public String raw() {
      return Boolean.toString(set);
    }
  }
}
