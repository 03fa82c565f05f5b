package dev.swarm.tools.rows;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.expression.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RowReaderFuzzTest {
  private static final String[] PIECES = {
    "a",
    " ",
    "\t",
    "5",
    "1,234",
    "1e999",
    "NaN",
    "90%",
    "16 kB",
    "-",
    ":",
    "=",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    "null",
    "true",
    "\"a\":",
    "/",
    "\\",
    "\r",
    "\0",
    "é",
    "\uD800",
    "2026-11-20",
    "T25:61",
    "Nov 99 ",
    "GMT",
    "0x",
    "99999999999999999999999999",
    "\u2028",
    "1-1:1"
  };

  private static final List<Rules> GRAMMARS =
      List.of(
          Rules.columns("{a}", "a", "b", "c"),
          Rules.of(new Grammar.Columns(List.of("a", "b"), Optional.of(",")), "{a}"),
          Rules.lines("{a}", "(?<a>\\S+)[ :=]+(?<b>.*)", "(?<c>\\d+)").groupedBy("{a}"),
          Rules.pairs("{a}", "="),
          Rules.of(new Grammar.Pairs(":", Optional.of("a")), "{a}"),
          Rules.json("{a}", "/*"),
          Rules.of(new Grammar.Json("", true), "{a}"));

  @Test
  void no_text_makes_a_reading_throw() {
    Random random = new Random(42);
    List<RowRules> all = GRAMMARS.stream().map(RowReaderFuzzTest::typed).toList();
    int parsed = 0;
    for (int round = 0; round < 20_000; round++) {
      List<String> lines = lines(random);
      for (RowRules rules : all) {
        Rows rows = RowReader.read(rules, lines, 1, Facts.of(Map.of()), List.of(), 0);
        parsed += rows instanceof Rows.Parsed(List<Row> found) && !found.isEmpty() ? 1 : 0;
        assertTrue(stands(rows, lines.size()), () -> "lines beyond the text: " + rows);
      }
    }
    assertTrue(parsed > 20_000, "only " + parsed + " readings found rows");
  }

  private static boolean stands(Rows rows, int lines) {
    return !(rows instanceof Rows.Parsed(List<Row> found))
        || found.stream()
            .flatMap(row -> row.lines().stream())
            .allMatch(at -> at >= 1 && at <= lines);
  }

  private static RowRules typed(Rules rules) {
    Rules typed = rules.field("a", FieldType.TEXT);
    for (FieldType type : FieldType.values()) {
      typed = typed.field(type.name().toLowerCase(Locale.ROOT), type, "b");
    }
    return typed
        .field("c", FieldType.TEXT)
        .computed("d", FieldType.BYTES, "100 * number / bytes + delta(integer) + c")
        .where("a != 'x'")
        .built();
  }

  private static List<String> lines(Random random) {
    List<String> lines = new ArrayList<>();
    for (int line = random.nextInt(4); line >= 0; line--) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(12); piece > 0; piece--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      lines.add(text.toString());
    }
    return lines;
  }
}
