package dev.swarm.agent.proof;

import dev.swarm.protocol.prose.Dimension;
import dev.swarm.protocol.prose.Written;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import java.util.List;

/** Whether a number that somebody wrote says what a row says. */
final class Saying {
  private Saying() {}

  /** Whether {@code value} may be written so. */
  static boolean of(Written written, Value value) {
    return switch (value) {
      case Value.Quantity(var is, var unit) -> written.saysOf(is, dimension(unit));
      case Value.Text _, Value.Moment _, Value.Flag _ -> false;
    };
  }

  /** Whether any of {@code values} may be written so. */
  static boolean ofAny(Written written, List<Value> values) {
    return values.stream().anyMatch(value -> of(written, value));
  }

  private static Dimension dimension(Unit unit) {
    return switch (unit) {
      case NONE -> Dimension.NONE;
      case BYTES -> Dimension.BYTES;
      case PERCENT -> Dimension.PERCENT;
      case SECONDS -> Dimension.SECONDS;
      case CELSIUS -> Dimension.CELSIUS;
    };
  }
}
