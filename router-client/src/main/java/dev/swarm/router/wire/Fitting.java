package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes a value as its schema wants it, where nothing is lost by that: {@code "5"} as 5, 5.0 as 5,
 * 5 as a text, a single value as a list of one, a list in a text as a list; null for what need not
 * be given is left out. All else stays as it is, for validation to refuse.
 */
final class Fitting {
  private Fitting() {}

  /** {@code value} itself, or what is written in its place. */
  static JsonNode fitted(JsonNode value, JsonNode schema) {
    var types = types(schema);
    var typed = types.isEmpty() || isOf(value, types) ? value : converted(value, types);
    if (typed.isArray() && schema.path("items").isObject()) {
      return elements(typed, schema.path("items"));
    }
    return typed instanceof ObjectNode object ? fields(object, schema) : typed;
  }

  private static JsonNode elements(JsonNode list, JsonNode schema) {
    var fitted = JsonNodeFactory.instance.arrayNode(list.size());
    list.forEach(element -> fitted.add(fitted(element, schema)));
    return fitted;
  }

  private static ObjectNode fields(ObjectNode object, JsonNode schema) {
    var properties = schema.path("properties");
    var required = texts(schema.path("required"));
    var fitted = JsonNodeFactory.instance.objectNode();
    for (var field : object.properties()) {
      var wanted = properties.path(field.getKey());
      var value = fitted(field.getValue(), wanted);
      boolean absent =
          value.isNull() && !required.contains(field.getKey()) && !types(wanted).isEmpty();
      if (!absent || types(wanted).contains("null")) {
        fitted.set(field.getKey(), value);
      }
    }
    return fitted;
  }

  private static boolean isOf(JsonNode value, Set<String> types) {
    return switch (value.getNodeType()) {
      case STRING -> types.contains("string");
      case BOOLEAN -> types.contains("boolean");
      case NULL -> true;
      case ARRAY -> types.contains("array");
      case OBJECT -> types.contains("object");
      case NUMBER ->
          types.contains("number") || (value.isIntegralNumber() && types.contains("integer"));
      case BINARY, MISSING, POJO -> true;
    };
  }

  private static JsonNode converted(JsonNode value, Set<String> types) {
    if (value.isTextual()) {
      return read(value, types);
    }
    if (value.isNumber() && types.contains("integer")) {
      return integral(value);
    }
    if (value.isIntegralNumber() && types.contains("string")) {
      return TextNode.valueOf(value.asText());
    }
    return listed(value, types);
  }

  /** What a text holds, if that is JSON of the wanted type and is written the one way it can be. */
  private static JsonNode read(JsonNode text, Set<String> types) {
    try {
      var inner = WireJson.ARGUMENTS.readTree(text.textValue().strip());
      if (inner.isTextual() || inner.isNull() || Soundness.complaint(inner).isPresent()) {
        return listed(text, types);
      }
      var value = inner.isNumber() && !types.contains("number") ? integral(inner) : inner;
      if (!inner.isMissingNode() && isOf(value, types)) {
        return value;
      }
    } catch (JsonProcessingException e) {
      // a text like any other
    }
    return listed(text, types);
  }

  private static JsonNode listed(JsonNode value, Set<String> types) {
    return types.contains("array") && value.isValueNode()
        ? JsonNodeFactory.instance.arrayNode().add(value)
        : value;
  }

  private static JsonNode integral(JsonNode number) {
    if (number.isIntegralNumber()) {
      return number;
    }
    var whole = number.decimalValue().stripTrailingZeros();
    return whole.scale() <= 0 ? node(whole.toBigInteger()) : number;
  }

  /** As Jackson would read it, so that equal numbers are equal nodes. */
  private static JsonNode node(BigInteger whole) {
    if (whole.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(whole.intValue());
    }
    return whole.bitLength() < Long.SIZE
        ? LongNode.valueOf(whole.longValue())
        : BigIntegerNode.valueOf(whole);
  }

  private static Set<String> types(JsonNode schema) {
    var type = schema.path("type");
    return type.isTextual() ? Set.of(type.textValue()) : texts(type);
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new HashSet<String>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
