package dev.swarm.router.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
  @Test
  void a_built_schema_keeps_the_order_in_which_it_was_built() {
    var schema =
        Schema.object()
            .text("unit", "the unit")
            .integer("lines", "", 1, 50)
            .required(List.of("unit"))
            .build();

    assertEquals(
        "{\"type\":\"object\",\"properties\":{\"unit\":{\"type\":\"string\",\"description\":\"the"
            + " unit\"},\"lines\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":50}},"
            + "\"required\":[\"unit\"],\"additionalProperties\":false}",
        schema.json());
  }

  @Test
  void white_space_does_not_make_another_schema() {
    assertEquals(
        new Schema("{\"type\":\"object\",\"minProperties\":1}"),
        new Schema(" {\n  \"type\" : \"object\",\n  \"minProperties\" : 1 }\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"text\"", "null", "{} {}", "{'type':'object'}"})
  void what_is_no_json_object_is_no_schema(String text) {
    assertThrows(IllegalArgumentException.class, () -> new Schema(text));
  }
}
