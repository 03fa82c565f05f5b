package dev.swarm.tools.rows;

import java.util.Locale;
import java.util.Optional;

/** Reads yes and no in the words that programs use. */
final class FlagText {
  private static final Optional<Value> SET = Optional.of(new Value.Flag(true));
  private static final Optional<Value> UNSET = Optional.of(new Value.Flag(false));

  private FlagText() {}

  static Optional<Value> read(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "1", "on", "enabled" -> SET;
      case "no", "false", "0", "off", "disabled" -> UNSET;
      default -> Optional.empty();
    };
  }
}
