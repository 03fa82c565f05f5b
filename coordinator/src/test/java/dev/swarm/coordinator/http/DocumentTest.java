package dev.swarm.coordinator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI document is one, and tells of every route and of no other. */
class DocumentTest {
  private final Document document = new Document();
  @TempDir Path folder;

  @Test
  void it_is_valid_by_the_official_schema() {
    assertEquals(
        List.of(), Document.official().validate(document.tree.toString(), InputFormat.JSON));
  }

  @Test
  void the_official_schema_sees_a_mistake() {
    var broken = document.tree.deepCopy();
    var _ = ((ObjectNode) broken.at("/paths/~1fleet/get")).remove("responses");
    var _ = ((ObjectNode) broken.path("info")).remove("title");
    assertFalse(Document.official().validate(broken.toString(), InputFormat.JSON).isEmpty());
  }

  @Test
  void it_names_every_route_with_its_parameters_and_its_access() throws Exception {
    try (var served = new Served(folder)) {
      var routes = new TreeSet<String>();
      for (var route : served.routes()) {
        var method = route.method().name();
        routes.add(method + " " + route.template());
        var operation = document.operation(method, route.template());
        var queries = new TreeSet<String>();
        operation
            .path("parameters")
            .forEach(parameter -> {
              if (parameter.path("in").asText().equals("query")) {
                queries.add(parameter.path("name").asText());
              }
            });
        assertEquals(new TreeSet<>(route.queries()), queries, route.template());
        assertEquals(route.access().id(), operation.path("x-access").asText(), route.template());
      }
      assertEquals(document.operations(), routes);
    }
  }
}
