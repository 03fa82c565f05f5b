package dev.swarm.coordinator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Our OpenAPI document, as a test reads it: a field that it does not name is a mistake. */
final class Document {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  final ObjectNode tree = (ObjectNode) read("/dev/swarm/coordinator/http/openapi.json");

  /** The official schema of OpenAPI 3.1, out of vertx-openapi's jar. */
  static Schema official() {
    return schema(read("/spec.openapis.org/oas/3.1/schema/2022-10-07").toString());
  }

  private static JsonNode read(String resource) {
    try (var in = Document.class.getResourceAsStream(resource)) {
      return MAPPER.readTree(Objects.requireNonNull(in, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  /** {@code GET /runs/{id}} and so on. */
  Set<String> operations() {
    var operations = new TreeSet<String>();
    for (var path : tree.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        operations.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
      }
    }
    return operations;
  }

  JsonNode operation(String method, String template) {
    return tree.path("paths").path(template).path(method.toLowerCase(java.util.Locale.ROOT));
  }

  /** What is wrong with a JSON body under the operation's schema for that status. */
  List<Error> wrong(String method, String template, int status, String body) {
    var response = operation(method, template).path("responses").path(Integer.toString(status));
    var whole =
        response.has("$ref") ? tree.at(response.path("$ref").asText().substring(1)) : response;
    var content = whole.path("content");
    if (content.isEmpty()) {
      throw new AssertionError(method + " " + template + " says nothing of status " + status);
    }
    return wrong(content.properties().iterator().next().getValue().path("schema"), body);
  }

  /** What is wrong with what is sent, under the operation's schema for it. */
  List<Error> wrongAsked(String method, String template, String body) {
    var content = operation(method, template).path("requestBody").path("content");
    return wrong(content.path("application/json").path("schema"), body);
  }

  /** What is wrong with a problem, whatever was asked. */
  List<Error> problem(String body) {
    var problem = tree.at("/components/responses/Problem/content");
    return wrong(problem.path("application/problem+json").path("schema"), body);
  }

  private List<Error> wrong(JsonNode one, String body) {
    if (one.isMissingNode()) {
      throw new AssertionError("the document says nothing of it: " + body);
    }
    var schema = MAPPER.createObjectNode();
    schema.set("components", closed(tree.path("components").deepCopy()));
    schema.set("allOf", MAPPER.createArrayNode().add(closed(one.deepCopy())));
    return schema(schema.toString()).validate(body, InputFormat.JSON);
  }

  private static JsonNode closed(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("type").asText().equals("object")
        && object.has("properties")
        && !object.path("properties").has("event")) {
      object.put("additionalProperties", false);
    }
    node.forEach(child -> {
      var _ = closed(child);
    });
    return node;
  }
}
