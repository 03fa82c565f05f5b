package dev.swarm.router.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The JSON Schema of an object, as text that is the same byte for byte for the same schema: a
 * router's prefix cache depends on it.
 */
public record Schema(String json) {
  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Takes the text of a JSON object; white space between its parts is left out. */
  public Schema {
    json = compact(json);
  }

  /** Begins an object that takes nothing but what is added. */
  public static Builder object() {
    return new Builder();
  }

  /** Adds properties in the order in which a model shall read them. */
  public static final class Builder {
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ObjectNode properties;

    private Builder() {
      root.put("type", "object");
      properties = root.putObject("properties");
    }

    /** A text. */
    public Builder text(String name, String description) {
      var _ = property(name, "string", description);
      return this;
    }

    /** One of {@code values}. */
    public Builder choice(String name, String description, List<String> values) {
      var allowed = property(name, "string", description).putArray("enum");
      values.forEach(allowed::add);
      return this;
    }

    /** A whole number within limits, both included. */
    public Builder integer(String name, String description, long least, long most) {
      var _ = property(name, "integer", description).put("minimum", least).put("maximum", most);
      return this;
    }

    /** A list of texts with at least {@code least} of them. */
    public Builder texts(String name, String description, int least) {
      var list = property(name, "array", description);
      list.putObject("items").put("type", "string");
      if (least > 0) {
        list.put("minItems", least);
      }
      return this;
    }

    /** These must be given. */
    public Builder required(List<String> names) {
      if (!names.isEmpty()) {
        var required = root.putArray("required");
        names.forEach(required::add);
      }
      return this;
    }

    public Schema build() {
      root.put("additionalProperties", false);
      return new Schema(root.toString());
    }

    private ObjectNode property(String name, String type, String description) {
      var property = properties.putObject(name).put("type", type);
      if (!description.isEmpty()) {
        property.put("description", description);
      }
      return property;
    }
  }

  private static String compact(String json) {
    try {
      if (STRICT.readTree(json) instanceof ObjectNode object) {
        return object.toString();
      }
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("a schema is JSON: " + broken.getMessage(), broken);
    }
    throw new IllegalArgumentException("a schema is a JSON object, not " + json);
  }
}
