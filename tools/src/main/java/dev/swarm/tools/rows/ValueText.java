package dev.swarm.tools.rows;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads the text of a field as its type says. What does not parse is missing: nothing here throws.
 * Any thread.
 */
public final class ValueText {
  private ValueText() {}

  /** The value, in base units; empty where the text is none of that type. */
  public static Optional<Value> read(FieldType type, String text) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    return switch (type) {
      case TEXT -> Optional.of(new Value.Text(bare));
      case INTEGER -> number(bare).filter(ValueText::isWhole);
      case NUMBER -> number(bare);
      case BYTES -> measured(bare, Unit.BYTES, 1);
      case KIBIBYTES -> kibibytes(bare);
      case PERCENT -> measured(bare, Unit.PERCENT, 1);
      case SECONDS -> duration(bare, 1);
      case MILLISECONDS -> duration(bare, 1e-3);
      case CELSIUS -> measured(bare, Unit.CELSIUS, 1);
      case INSTANT -> InstantText.read(bare);
      case FLAG -> FlagText.read(bare);
    };
  }

  /** A point in time from epoch seconds; empty beyond the years 1 to 9999. */
  public static Optional<Value> moment(double epochSeconds) {
    return InstantText.ofEpoch(epochSeconds);
  }

  private static Optional<Value> number(String text) {
    return NumberText.read(text)
        .flatMap(measure -> Value.quantity(measure.inBaseUnits(), Unit.NONE));
  }

  private static boolean isWhole(Value value) {
    return value instanceof Value.Quantity(double number, Unit _) && number == Math.rint(number);
  }

  private static Optional<Value> measured(String text, Unit unit, double bareFactor) {
    return NumberText.read(text).flatMap(measure -> inUnit(measure, unit, bareFactor));
  }

  private static Optional<Value> inUnit(NumberText.Measure measure, Unit unit, double bareFactor) {
    UnitSuffix suffix = measure.suffix();
    if (suffix.unit() == Unit.NONE) {
      return Value.quantity(measure.number() * bareFactor, unit);
    }
    return suffix.unit() == unit ? Value.quantity(measure.inBaseUnits(), unit) : Optional.empty();
  }

  /** The kernel writes {@code kB} and means 1024 bytes: proc_meminfo(5). */
  private static Optional<Value> kibibytes(String text) {
    boolean kernel = text.endsWith("kB");
    String bare = kernel ? text.substring(0, text.length() - 2).strip() : text;
    return measured(bare, Unit.BYTES, 1024);
  }

  private static Optional<Value> duration(String text, double bareFactor) {
    Optional<Value> single = measured(text, Unit.SECONDS, bareFactor);
    if (single.isPresent()) {
      return single;
    }
    OptionalDouble seconds = DurationText.seconds(text);
    return seconds.isPresent()
        ? Value.quantity(seconds.getAsDouble(), Unit.SECONDS)
        : Optional.empty();
  }
}
