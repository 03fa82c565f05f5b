package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.swarm.router.chat.Schema;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is taken without the validator is what the validator takes. */
class EvidentTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL =
      Schema.object()
          .text("path", "a path")
          .choice("order", "", List.of("size", "name"))
          .integer("depth", "how deep", 1, 9)
          .texts("lines", "labels", 1)
          .required(List.of("path"))
          .build()
          .json();
  private static final List<String> VALUES =
      List.of(
          "\"size\"",
          "\"\"",
          "\"/var\"",
          "5",
          "1",
          "9",
          "0",
          "10",
          "-1",
          "5.0",
          "5.5",
          "1e2",
          "18446744073709551616",
          "true",
          "null",
          "[]",
          "[\"r3:12\"]",
          "[\"a\",1]",
          "[[]]",
          "{}");
  private static final List<String> NAMES = List.of("path", "order", "depth", "lines", "other");

  @Test
  void what_fits_evidently_fits() throws JsonProcessingException {
    var validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON.readTree(ALL));
    var random = new Random(25);
    int fitting = 0;
    int all = 0;
    for (int i = 0; i < 20_000; i++) {
      var arguments = arguments(random);
      boolean fits = Evident.fits(arguments, JSON.readTree(ALL));
      boolean valid = validator.validate(arguments).isEmpty();
      assertTrue(valid || !fits, arguments::toString);
      fitting += fits ? 1 : 0;
      all += valid ? 1 : 0;
    }
    assertTrue(all > 300 && fitting > all / 2, fitting + " of " + all);
  }

  private static ObjectNode arguments(Random random) throws JsonProcessingException {
    var arguments = JSON.createObjectNode();
    for (var name : NAMES) {
      if (random.nextInt(name.equals("path") ? 9 : 3) > 0 == name.equals("path")) {
        arguments.set(name, JSON.readTree(VALUES.get(random.nextInt(VALUES.size()))));
      }
    }
    return arguments;
  }

  @Test
  void calls_as_models_make_them_need_no_validator() throws JsonProcessingException {
    for (var call :
        List.of(
            "{'path':'/'}",
            "{'path':'/','order':'name'}",
            "{'lines':['r1:1','r2:3'],'path':'x','depth':3}")) {
      assertTrue(Evident.fits(object(call), JSON.readTree(ALL)), call);
    }
  }

  @Test
  void words_of_a_schema_that_are_not_known_leave_it_in_doubt() throws JsonProcessingException {
    for (var schema :
        List.of(
            "{}",
            "{'type':'object','minProperties':2,'properties':{'path':{'type':'string'}}}",
            "{'type':'object','properties':{'path':{'type':'string','pattern':'^/v'}}}",
            "{'type':'object','properties':{'path':{'type':['string','null']}}}",
            "{'type':'object','properties':{'path':{'type':'string','enum':['/v']}}}",
            "{'type':'object','properties':{'path':{'type':'string','maxLength':0}}}",
            "{'type':'object','properties':{'path':true}}",
            "{'type':'object','properties':{}}",
            "{'type':'object','required':['depth'],'properties':{'path':{'type':'string'}}}")) {
      assertFalse(Evident.fits(object("{'path':'/'}"), object(schema)), schema);
    }
    var most = object("{'type':'object','properties':{'n':{'type':'integer','maximum':4.5}}}");
    assertFalse(Evident.fits(object("{'n':4}"), most));
  }

  private static ObjectNode object(String text) throws JsonProcessingException {
    JsonNode node = JSON.readTree(text.replace('\'', '"'));
    return (ObjectNode) node;
  }
}
