package dev.swarm.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in columns, each as wide as its widest cell; the last takes what is left. */
final class Columns {
  private final List<List<String>> rows = new ArrayList<>();

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** The rows, whole. */
  String text() {
    return text(Integer.MAX_VALUE);
  }

  /** The rows, each cut at {@code width} columns, as a terminal wants them. */
  String text(int width) {
    var text = new StringBuilder();
    for (var row : rows) {
      text.append(cut(line(row), width)).append('\n');
    }
    return text.toString();
  }

  private String line(List<String> row) {
    var line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      var cell = row.get(column);
      boolean last = column == row.size() - 1;
      line.append(cell).append(last ? "" : " ".repeat(width(column) - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String line, int width) {
    return line.length() <= width ? line : line.substring(0, width - 1) + "…";
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
