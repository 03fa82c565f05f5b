package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The arguments of a call as a model wrote them, read strictly; and if that fails, after repairs
 * that lose and invent nothing. A text that may have been cut is never repaired.
 */
sealed interface ArgumentText {

  /** Characters; one call needs a few hundred, and what is checked takes a multiple of memory. */
  int LONGEST = 1 << 16;

  /** An object; {@code mended} where the text as it stands is none. */
  record Good(ObjectNode object, boolean mended) implements ArgumentText {}

  /** Nothing was written. */
  record Blank() implements ArgumentText {}

  /** Nobody can say what was meant. */
  record Bad(String reason) implements ArgumentText {}

  /** Reads {@code text}; it is only repaired if {@code mayMend}. */
  static ArgumentText read(String text, boolean mayMend) {
    var trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.equals("null")) {
      return new Blank();
    }
    if (trimmed.length() > LONGEST) {
      return new Bad("they are longer than " + LONGEST + " characters");
    }
    try {
      var value = WireJson.ARGUMENTS.readTree(trimmed);
      return value.isTextual() ? unwrapped(value.textValue()) : sound(value, false);
    } catch (JsonProcessingException e) {
      var mended = mayMend ? Mending.of(trimmed) : Optional.<JsonNode>empty();
      return mended
          .map(value -> sound(value, true))
          .orElseGet(
              () -> new Bad("they are not JSON: " + Excerpt.of(e.getOriginalMessage(), 200)));
    }
  }

  /** No arguments at all. */
  static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Some servers encode them twice. */
  private static ArgumentText unwrapped(String text) {
    return parsed(WireJson.ARGUMENTS, text)
        .filter(JsonNode::isObject)
        .map(value -> sound(value, true))
        .orElseGet(() -> new Bad("they are a text, not a JSON object"));
  }

  private static ArgumentText sound(JsonNode value, boolean mended) {
    if (!(value instanceof ObjectNode object)) {
      return new Bad("they are not a JSON object");
    }
    var unsound = Soundness.complaint(object);
    return unsound.isPresent() ? new Bad(unsound.get()) : new Good(object, mended);
  }

  /** What {@code mapper} reads; empty where it reads nothing. */
  static Optional<JsonNode> parsed(JsonMapper mapper, String text) {
    try {
      return Optional.of(mapper.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
