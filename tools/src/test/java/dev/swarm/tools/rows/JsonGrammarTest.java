package dev.swarm.tools.rows;

import static dev.swarm.tools.rows.FieldType.INTEGER;
import static dev.swarm.tools.rows.FieldType.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonGrammarTest {
  private static final Rules DISKS =
      Rules.json("{name}", "/disks/*")
          .field("name", TEXT)
          .field("size", INTEGER)
          .field("model", TEXT, "/device/model");

  @Test
  void each_element_is_a_row_on_its_own_lines() {
    assertEquals(
        List.of("a@[2, 3] name=a size=5 model=M", "b@[4] name=b"),
        Rules.written(
            DISKS.rows(
                """
                {"disks": [
                  {"name": "a", "size": 5,
                   "device": {"model": "M"}},
                  {"name": "b", "size": null, "device": null}
                ]}
                """)));
  }

  @Test
  void a_document_on_one_line_cites_line_one() {
    assertEquals(
        List.of("a@[1] name=a", "b@[1] name=b"),
        Rules.written(DISKS.rows("{\"disks\":[{\"name\":\"a\"},{\"name\":\"b\"}]}")));
  }

  @Test
  void the_name_of_a_member_is_its_key() {
    var rules = Rules.json("{key}", "/sensors/*/*").field("key", TEXT).field("value", INTEGER);
    assertEquals(
        List.of("t1@[1] key=t1 value=40", "t2@[2] key=t2 value=41"),
        Rules.written(rules.rows("{\"sensors\":{\"x\":{\"t1\":40,\n\"t2\":41}}}")));
  }

  @Test
  void an_array_of_scalars_reads_as_a_list_of_words() {
    var rules = Rules.json("{value}", "/*").field("value", TEXT).field("all", TEXT, "/words");
    assertEquals(
        List.of("x@[1] value=x", "?@[1] all=a,b"),
        Rules.written(rules.rows("[\"x\", {\"words\": [\"a\", null, \"b\"]}]")));
  }

  @Test
  void the_whole_document_may_be_the_row() {
    var rules = Rules.json("host", "").field("a", INTEGER).field("deep", TEXT, "/x/0/y~1z");
    assertEquals(
        List.of("host@[1] a=1 deep=w"),
        Rules.written(rules.rows("{\"a\":1,\"x\":[{\"y/z\":\"w\"}]}")));
  }

  @Test
  void there_may_be_a_document_a_line() {
    var rules = Rules.of(new Grammar.Json("", true), "{id}").field("id", TEXT);
    assertEquals(
        List.of("a@[1] id=a", "b@[3] id=b"),
        Rules.written(rules.rows("{\"id\":\"a\"}\n\n{\"id\":\"b\"}\n{\"id\":")));
    assertInstanceOf(Rows.Unparsable.class, rules.read("oops\noops"));
  }

  @Test
  void empty_lists_are_an_honest_nothing() {
    assertEquals(List.of(), DISKS.rows("{\"disks\":[]}"));
    assertEquals(List.of(), DISKS.rows("{\"disks\":null}"));
    assertEquals(List.of(), Rules.json("{key}", "/*").field("key", TEXT).rows("{}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"disks\":", "oops", "{\"disks\":[}", "{} {}", "{\"other\":[]}", "[]", "5"})
  void a_broken_or_foreign_document_is_unparsable(String text) {
    assertInstanceOf(Rows.Unparsable.class, DISKS.read(text));
  }

  @Test
  void the_reason_names_the_line() {
    var broken = assertInstanceOf(Rows.Unparsable.class, DISKS.read("{\"disks\":[\n{]}"));
    assertTrue(broken.reason().startsWith("line 2 is no JSON: "), broken.reason());
  }

  @Test
  void deep_nesting_is_refused_and_not_followed() {
    assertInstanceOf(Rows.Unparsable.class, DISKS.read("[".repeat(100_000)));
  }
}
