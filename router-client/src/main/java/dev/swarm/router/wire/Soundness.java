package dev.swarm.router.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What JSON allows and no program can carry on: half characters, numbers without bounds. */
final class Soundness {
  /** Digits before or behind the point; a double has at most 309 before it. */
  private static final int MOST_DIGITS = 320;

  private Soundness() {}

  /** What is wrong with a value, or with one in it. */
  static Optional<String> complaint(JsonNode value) {
    if (value.isTextual()) {
      return halves(value.textValue());
    }
    if (value.isNumber()) {
      return number(value);
    }
    for (var field : value.properties()) {
      var found = halves(field.getKey()).or(() -> complaint(field.getValue()));
      if (found.isPresent()) {
        return found;
      }
    }
    return value.isArray() ? elements(value) : Optional.empty();
  }

  private static Optional<String> elements(JsonNode list) {
    for (var element : list) {
      var found = complaint(element);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> halves(String text) {
    return WellFormed.text(text).equals(text)
        ? Optional.empty()
        : Optional.of("a text in them has half a character (a lone surrogate)");
  }

  private static Optional<String> number(JsonNode value) {
    if (!value.isBigDecimal() && !value.isBigInteger()) {
      return Optional.empty();
    }
    var number = value.decimalValue();
    long before = (long) number.precision() - number.scale();
    return before > MOST_DIGITS || number.scale() > MOST_DIGITS
        ? Optional.of("a number in them is beyond all bounds")
        : Optional.empty();
  }
}
