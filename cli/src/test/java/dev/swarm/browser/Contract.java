package dev.swarm.browser;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Our OpenAPI document; a field that it does not name is a mistake. */
final class Contract {
  private static final String FILE = "dev/swarm/coordinator/http/openapi.json";

  private final JsonObject tree = read();
  private final JsonObject components = closed(tree.getJsonObject("components").copy());

  private static JsonObject read() {
    try (InputStream file = Contract.class.getClassLoader().getResourceAsStream(FILE)) {
      byte[] bytes = Objects.requireNonNull(file, FILE).readAllBytes();
      return new JsonObject(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the answer to an operation that went well. */
  List<String> wrong(String method, String template, JsonObject answer) {
    JsonObject responses =
        tree.getJsonObject("paths")
            .getJsonObject(template)
            .getJsonObject(method.equals("GET") ? "get" : "post")
            .getJsonObject("responses");
    String status =
        responses.fieldNames().stream()
            .filter(one -> one.startsWith("2"))
            .findFirst()
            .orElseThrow();
    JsonObject own =
        responses
            .getJsonObject(status)
            .getJsonObject("content")
            .getJsonObject("application/json")
            .getJsonObject("schema");
    JsonObject schema =
        new JsonObject()
            .put("components", components)
            .put("allOf", new JsonArray().add(closed(own.copy())));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema.encode(), InputFormat.JSON)
        .validate(answer.encode(), InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .distinct()
        .toList();
  }

  private static JsonObject closed(JsonObject node) {
    if ("object".equals(node.getValue("type"))
        && node.containsKey("properties")
        && !node.getJsonObject("properties").containsKey("event")) {
      var _ = node.put("additionalProperties", false);
    }
    node.forEach(entry -> close(entry.getValue()));
    return node;
  }

  private static void close(Object value) {
    if (value instanceof JsonObject object) {
      var _ = closed(object);
    } else if (value instanceof JsonArray array) {
      array.forEach(Contract::close);
    }
  }
}
