package dev.swarm.agent.router;

import dev.swarm.agent.investigation.Endings;
import dev.swarm.agent.investigation.Look;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A tool's result as a model sees it: rows first, each line under its label, fenced, and no longer
 * than a page. Labels are of lines of the whole text, so that what is cited can be looked up.
 */
final class Sheet {
  private static final int LONGEST_LINE = 400;
  private static final int LONGEST_VALUE = 120;

  private final Look look;
  private final int room;

  /** Of a look, on a page of {@code room} characters. */
  Sheet(Look look, int room) {
    this.look = look;
    this.room = room;
  }

  /** The first page: its rows, or else its lines. */
  String first() {
    if (!look.seen()) {
      return look.id() + " " + tool() + ": could not look: " + reason();
    }
    var rows = look.result().rows();
    if (rows.isEmpty()) {
      return lines(1, Optional.empty());
    }
    var shown = rows.stream().map(this::row).toList();
    return page(
        rows.size() + " rows", shown, count -> rows.get(count).lines().getFirst(), rows.size() - 1);
  }

  /** Lines as they were printed, from a line on, or those that hold a text. */
  String lines(int from, Optional<String> find) {
    var all = look.result().text().lines();
    var wanted = find.map(text -> text.toLowerCase(Locale.ROOT));
    var numbers =
        IntStream.rangeClosed(Math.max(1, from), all.size())
            .filter(n -> wanted.map(all.get(n - 1).toLowerCase(Locale.ROOT)::contains).orElse(true))
            .boxed()
            .toList();
    if (numbers.isEmpty()) {
      return look.id() + " " + tool() + ": " + nothing(all.size(), from, find);
    }
    var shown = numbers.stream().map(n -> label(n, n) + cut(all.get(n - 1))).toList();
    return page(all.size() + " lines", shown, numbers::get, numbers.size() - 1);
  }

  /** In one line: what is at hand without being shown. */
  String name() {
    var rows = look.result().rows().size();
    var lines = look.result().text().lines().size();
    var size = rows > 0 ? rows + " rows" : lines > 0 ? lines + " lines" : "nothing";
    return look.id() + " " + tool() + " (" + size + ")";
  }

  private static String nothing(int lines, int from, Optional<String> find) {
    if (find.isPresent()) {
      return "no line holds that text";
    }
    return lines == 0
        ? "it looked, and there is nothing"
        : "it has " + lines + " lines, not " + from;
  }

  private interface Next {
    int line(int shown);
  }

  private String page(String size, List<String> all, Next next, int last) {
    var shown = new ArrayList<String>();
    int left = room;
    for (var line : all) {
      left -= line.length() + 1;
      if (left < 0 && !shown.isEmpty()) {
        break;
      }
      shown.add(line);
    }
    var more =
        shown.size() > last
            ? ""
            : "\n("
                + (all.size() - shown.size())
                + " more: read_more result="
                + look.id()
                + " from="
                + next.line(shown.size())
                + ")";
    return "--- data "
        + look.id()
        + " "
        + tool()
        + ", "
        + size
        + " ---\n"
        + String.join("\n", shown)
        + "\n--- end "
        + look.id()
        + " ---"
        + more;
  }

  private String row(Row row) {
    var fields =
        row.fields().entrySet().stream()
            .map(field -> field.getKey() + " " + shown(field.getValue()))
            .collect(Collectors.joining(", "));
    return label(row.lines().getFirst(), row.lines().getLast())
        + cut(row.kind() + " " + row.subject() + ": " + fields);
  }

  private static String shown(Value value) {
    return Harmless.line(value.shown(), LONGEST_VALUE);
  }

  private String label(int first, int last) {
    return look.id() + ":" + first + (last == first ? "" : "-" + last) + "| ";
  }

  private static String cut(String text) {
    return Harmless.line(text, LONGEST_LINE);
  }

  private String tool() {
    var arguments =
        look.call().arguments().entrySet().stream()
            .map(one -> " " + one.getKey() + "=" + Harmless.line(one.getValue(), LONGEST_VALUE))
            .collect(Collectors.joining());
    return Harmless.line(look.call().tool(), 64) + arguments;
  }

  private String reason() {
    return Harmless.line(Endings.reason(look.result().ending()), LONGEST_LINE);
  }
}
