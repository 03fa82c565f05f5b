package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads calls that a model wrote as JSON: an object with a name and arguments, or a list of such.
 */
final class JsonCalls {
  private static final Set<String> FIELDS = Set.of("name", "arguments", "parameters", "id", "type");

  private JsonCalls() {}

  /**
   * The calls of which {@code text} consists; none where it does not.
   *
   * @param marked whether marks say that it is a call; only then may arguments be left out
   */
  static List<DraftCall> in(String text, boolean marked) {
    try {
      var value = WireJson.ARGUMENTS.readTree(text);
      return value.isArray() ? list(value, marked) : call(value, marked).stream().toList();
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }

  private static List<DraftCall> list(JsonNode list, boolean marked) {
    var calls = new ArrayList<DraftCall>();
    for (var element : list) {
      var call = call(element, marked);
      if (call.isEmpty()) {
        return List.of();
      }
      calls.add(call.get());
    }
    return List.copyOf(calls);
  }

  private static Optional<DraftCall> call(JsonNode value, boolean marked) {
    var function = value.path("function");
    if (function.isObject() && value.path("type").asText().equals("function")) {
      return call(function, marked);
    }
    var name = value.path("name");
    var arguments = value.has("arguments") ? value.get("arguments") : value.path("parameters");
    boolean given = arguments.isObject() || arguments.isTextual();
    boolean shaped = name.isTextual() && (given || (marked && arguments.isMissingNode()));
    return shaped && onlyKnown(value)
        ? Optional.of(new DraftCall("", name.textValue(), text(arguments)))
        : Optional.empty();
  }

  private static boolean onlyKnown(JsonNode value) {
    return value.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()))
        && !(value.has("arguments") && value.has("parameters"));
  }

  private static String text(JsonNode arguments) {
    return arguments.isObject() ? arguments.toString() : arguments.asText("");
  }
}
