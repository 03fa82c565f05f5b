package dev.swarm.tools.rows;

import static dev.swarm.tools.rows.FieldType.BYTES;
import static dev.swarm.tools.rows.FieldType.FLAG;
import static dev.swarm.tools.rows.FieldType.INTEGER;
import static dev.swarm.tools.rows.FieldType.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.expression.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GrammarTest {
  private static final Rules COLUMNS =
      Rules.columns("{name}", "name", "size", "words")
          .field("name", TEXT)
          .field("size", BYTES)
          .field("words", TEXT);

  @Test
  void the_last_column_takes_the_rest() {
    assertEquals(
        List.of("a@[1] name=a size=5 words=x  y z", "b@[3] name=b words=w"),
        Rules.written(COLUMNS.rows("  a\t5   x  y z  \n\nb - w")));
  }

  @Test
  void a_line_with_too_few_columns_is_no_data() {
    assertEquals(
        List.of("a@[2] name=a size=5 words=x"), Rules.written(COLUMNS.rows("oops 5\na 5 x")));
  }

  @Test
  void a_separator_may_leave_columns_empty() {
    var grammar = new Grammar.Columns(List.of("name", "size", "words"), Optional.of("::"));
    var rules =
        Rules.of(grammar, "{name}").field("name", TEXT).field("words", TEXT).field("size", BYTES);
    assertEquals(
        List.of("a@[1] name=a words=x::y", "b c@[2] name=b c words=z size=5"),
        Rules.written(rules.rows("a::::x::y\nb c::5::z\nno::data")));
  }

  @Test
  void skipped_lines_are_no_data_and_alone_they_are_an_honest_nothing() {
    var rules = COLUMNS.skipping("^NAME");
    assertEquals(
        List.of("a@[2] name=a size=5 words=x"),
        Rules.written(rules.rows("NAME SIZE WORDS\na 5 x")));
    assertEquals(List.of(), rules.rows("NAME SIZE WORDS\n"));
    assertEquals(List.of(), rules.rows(""));
  }

  @Test
  void text_without_a_line_of_data_is_unparsable_unless_lenient() {
    var unparsable = assertInstanceOf(Rows.Unparsable.class, COLUMNS.read("command failed"));
    assertTrue(unparsable.reason().contains("command failed"), unparsable.reason());
    assertEquals(new Rows.Parsed(List.of()), COLUMNS.lenient().read("command failed"));
  }

  @Test
  void the_first_pattern_that_is_found_reads_the_line() {
    var rules =
        Rules.lines(
                "{name}",
                "^(?<name>\\w+): (?<size>\\d+)$",
                "(?<name>\\w+)(?: \\((?<size>\\d+)\\))?$")
            .field("name", TEXT)
            .field("size", INTEGER);
    assertEquals(
        List.of("a@[1] name=a size=1", "b@[2] name=b size=2", "c@[3] name=c"),
        Rules.written(rules.rows("a: 1\nis b (2)\nis c\n!!\n")));
  }

  @Test
  void rows_of_the_same_key_become_one_and_later_values_win() {
    var rules =
        Rules.lines("{name}", "^(?<name>\\w+) (?<size>\\S+)(?: (?<state>\\w+))?$")
            .groupedBy("{name}")
            .field("name", TEXT)
            .field("size", INTEGER)
            .field("state", TEXT);
    assertEquals(
        List.of("a@[1, 3, 4] name=a size=3 state=up", "b@[2] name=b size=2"),
        Rules.written(rules.rows("a 1 up\nb 2\na 3\na -")));
  }

  @Test
  void a_line_without_a_key_goes_on_about_the_thing_before_it() {
    var rules =
        Rules.lines("{name}", "^(?<name>\\w+):", "^ +size (?<size>\\d+)")
            .groupedBy("{name}")
            .field("name", TEXT)
            .field("size", INTEGER);
    assertEquals(
        List.of("a@[2, 3] name=a size=1", "b@[4, 5] name=b size=2"),
        Rules.written(rules.rows(" size 9\na:\n size 1\nb:\n size 2")));
  }

  @Test
  void pairs_make_a_row_until_a_blank_line() {
    var rules = Rules.pairs("{Id}", "=").field("Id", TEXT).field("restarts", INTEGER, "NRestarts");
    assertEquals(
        List.of("a.service@[1, 2] Id=a.service restarts=3", "b=c@[5] Id=b=c"),
        Rules.written(rules.rows("Id=a.service\n NRestarts = 3 \nOther=x\n\nId='b=c'\nnoise")));
  }

  @Test
  void a_skipped_line_ends_no_block_of_pairs() {
    var rules = Rules.pairs("{a}", "=").skipping("^#").field("a", TEXT).field("b", TEXT);
    assertEquals(List.of("1@[1, 3] a=1 b=2"), Rules.written(rules.rows("a=1\n# b=9\nb=2")));
  }

  @Test
  void a_start_key_begins_the_next_row() {
    var rules =
        Rules.of(new Grammar.Pairs(":", Optional.of("Disk")), "{Disk}")
            .field("Disk", TEXT)
            .field("Size", INTEGER);
    assertEquals(
        List.of("a@[1, 2] Disk=a Size=1", "b@[3, 4] Disk=b Size=2"),
        Rules.written(rules.rows("Disk: a\nSize: 1\nDisk: b\nSize: 2")));
  }

  @Test
  void computed_fields_come_in_the_order_written_and_where_drops_what_is_false() {
    var rules =
        COLUMNS
            .computed("twice", FieldType.NUMBER, "size * 2")
            .computed("more", BYTES, "twice * 2")
            .computed("label", TEXT, "name + '=' + size")
            .computed("big", FLAG, "size > 4")
            .where("size != 7");
    assertEquals(
        List.of(
            "a@[1] name=a size=5 words=x twice=10 more=20 label=a=5 big=true",
            "c@[3] name=c words=z"),
        Rules.written(rules.rows("a 5 x\nb 7 y\nc - z")));
  }

  @Test
  void a_declared_field_that_is_missing_is_not_taken_from_the_host() {
    var rules = COLUMNS.where("words = 'x'").computed("here", TEXT, "subject + kind");
    assertEquals(List.of("a@[1] name=a size=5 words=x"), Rules.written(rules.rows("a 5 x\nb 5 y")));
  }

  @Test
  void rows_of_the_same_subject_are_all_kept() {
    assertEquals(2, COLUMNS.rows("a 1 x\na 2 y").size());
  }

  @Test
  void line_numbers_count_from_where_the_sample_begins() {
    var rows =
        RowReader.read(COLUMNS.built(), List.of("", "a 1 x"), 41, Facts.of(Map.of()), List.of(), 0);
    assertEquals(List.of(42), assertInstanceOf(Rows.Parsed.class, rows).rows().getFirst().lines());
  }
}
