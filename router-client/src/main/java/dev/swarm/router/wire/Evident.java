package dev.swarm.router.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Whether arguments fit their schema beyond doubt, as nearly all do: told without the validator,
 * which takes some 70 ms of a process to load. It knows what {@link dev.swarm.router.chat.Schema}
 * can build and doubts everything else; what is doubted, the validator decides.
 */
final class Evident {
  private static final Set<String> ROOT =
      Set.of("type", "properties", "required", "additionalProperties", "description");
  private static final Set<String> PROPERTY =
      Set.of("type", "description", "enum", "minimum", "maximum", "minItems", "items");

  private Evident() {}

  static boolean fits(ObjectNode arguments, JsonNode schema) {
    if (!schema.path("type").asText().equals("object") || !knows(schema, ROOT)) {
      return false;
    }
    for (var name : schema.path("required")) {
      if (!arguments.has(name.asText())) {
        return false;
      }
    }
    for (var field : arguments.properties()) {
      if (!property(field.getValue(), schema.path("properties").path(field.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean property(JsonNode value, JsonNode schema) {
    return schema.isObject()
        && knows(schema, PROPERTY)
        && switch (schema.path("type").asText()) {
          case "string" -> value.isTextual() && allowed(value, schema) && !schema.has("minimum");
          case "integer" -> value.canConvertToLong() && within(value, schema);
          case "array" -> value.isArray() && !schema.has("enum") && texts(value, schema);
          case String _ -> false;
        };
  }

  private static boolean knows(JsonNode schema, Set<String> words) {
    for (var field : schema.properties()) {
      if (!words.contains(field.getKey())) {
        return false;
      }
    }
    return true;
  }

  private static boolean allowed(JsonNode value, JsonNode schema) {
    if (!schema.has("enum")) {
      return true;
    }
    for (var one : schema.path("enum")) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(JsonNode value, JsonNode schema) {
    return value.isIntegralNumber()
        && !schema.has("enum")
        && limit(schema, "minimum", Long.MIN_VALUE) <= value.longValue()
        && limit(schema, "maximum", Long.MAX_VALUE) >= value.longValue();
  }

  /** The limit; one that nothing can keep where it is no whole number. */
  private static long limit(JsonNode schema, String word, long none) {
    var limit = schema.path(word);
    if (limit.isMissingNode()) {
      return none;
    }
    return limit.isIntegralNumber() && limit.canConvertToLong() ? limit.longValue() : ~none;
  }

  private static boolean texts(JsonNode list, JsonNode schema) {
    var items = schema.path("items");
    if (items.size() != 1 || !items.path("type").asText().equals("string")) {
      return false;
    }
    for (var one : list) {
      if (!one.isTextual()) {
        return false;
      }
    }
    return list.size() >= limit(schema, "minItems", Long.MIN_VALUE);
  }
}
