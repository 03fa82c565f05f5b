package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarm.router.chat.ToolSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a tool must be given, where that is words: the first of a choice, or any. */
record Words(Map<String, String> values) {
  private static final String ANY = "any";

  /** For {@code tool}; empty where it must be given something else. */
  static Optional<Words> of(ToolSpec tool) {
    return Json.parsedObject(tool.input().json())
        .flatMap(schema -> {
          var values = new LinkedHashMap<String, String>();
          for (var name : schema.path("required")) {
            var property = schema.path("properties").path(name.asText());
            if (!property.path("type").asText().equals("string")) {
              return Optional.empty();
            }
            values.put(name.asText(), word(property));
          }
          return Optional.of(new Words(values));
        });
  }

  private static String word(JsonNode property) {
    return property.path("enum").path(0).asText(ANY);
  }

  /** The text of the JSON object. */
  String arguments() {
    var object = Json.object();
    values.forEach(object::put);
    return object.toString();
  }
}
