package dev.swarm.router.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Repairs of arguments that are no JSON, of those kinds only that lose and invent nothing: a fence,
 * what stands behind, a comma too many, raw line ends in texts, brackets missing at the end. A text
 * that ends within a string, a name or a number may go on, and is left alone.
 */
final class Mending {
  private static final Pattern FENCED =
      Pattern.compile("```[a-zA-Z_]*\\s*(\\{.*})\\s*```", Pattern.DOTALL);

  private Mending() {}

  /** The object that is meant; empty where that can not be told. */
  static Optional<JsonNode> of(String text) {
    var fence = FENCED.matcher(text);
    var inner = fence.matches() ? fence.group(1) : text;
    return ArgumentText.parsed(WireJson.LENIENT, inner)
        .or(() -> ArgumentText.parsed(WireJson.LENIENT, withoutRest(inner)))
        .or(() -> ArgumentText.parsed(WireJson.LENIENT, inner + missing(inner)))
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
