package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The arguments of a call as a model wrote them, read strictly; and if that fails, after repairs
 * that lose and invent nothing. A text that may have been cut is never repaired.
 */
sealed interface ArgumentText {

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
    try {
      var value = WireJson.ARGUMENTS.readTree(trimmed);
      return value.isTextual() ? unwrapped(value.textValue()) : sound(value, false);
    } catch (JsonProcessingException e) {
      var mended = mayMend ? Mending.of(trimmed) : Optional.<JsonNode>empty();
      return mended
          .map(value -> sound(value, true))
          .orElseGet(() -> new Bad("they are not JSON: " + Excerpt.of(e.getOriginalMessage(), 200)));
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

  private static Optional<JsonNode> parsed(JsonMapper mapper, String text) {
    try {
      return Optional.of(mapper.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The repairs. */
  final class Mending {
    private static final Pattern FENCED =
        Pattern.compile("```[a-zA-Z_]*\\s*(\\{.*})\\s*```", Pattern.DOTALL);

    private Mending() {}

    static Optional<JsonNode> of(String text) {
      var fence = FENCED.matcher(text);
      var inner = fence.matches() ? fence.group(1) : text;
      return parsed(WireJson.LENIENT, inner)
          .or(() -> parsed(WireJson.LENIENT, withoutRest(inner)))
          .or(() -> parsed(WireJson.LENIENT, inner + missing(inner)))
          .filter(JsonNode::isObject);
    }

    /** Leaves out what stands behind the object, unless it may be arguments too. */
    private static String withoutRest(String text) {
      var json = new JsonEnd();
      for (int i = 0; i < text.length(); i++) {
        if (json.next(text.charAt(i))) {
          var rest = text.substring(i + 1);
          return rest.indexOf('{') < 0 && rest.indexOf('"') < 0 ? text.substring(0, i + 1) : text;
        }
      }
      return text;
    }

    /** The brackets that are missing at the end, if all before them is complete. */
    private static String missing(String text) {
      var open = new StringBuilder();
      boolean inString = false;
      for (int i = 0; i < text.length() && open.length() <= WireJson.DEEPEST; i++) {
        char c = text.charAt(i);
        if (inString) {
          i += c == '\\' ? 1 : 0;
          inString = c != '"';
        } else {
          switch (c) {
            case '"' -> inString = true;
            case '{' -> open.append('}');
            case '[' -> open.append(']');
            case '}', ']' -> open.setLength(Math.max(0, open.length() - 1));
            default -> {}
          }
        }
      }
      boolean complete = !inString && "\"]}".indexOf(text.charAt(text.length() - 1)) >= 0;
      return complete ? open.reverse().toString() : "";
    }
  }
}
