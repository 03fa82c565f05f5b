package dev.swarm.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in columns, each as wide as its widest cell; the last takes what is left. */
final class Columns {
  private final List<List<String>> rows = new ArrayList<>();

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (var row : rows) {
      for (int column = 0; column < row.size(); column++) {
        boolean last = column == row.size() - 1;
        var cell = row.get(column);
        text.append(cell).append(last ? "" : " ".repeat(width(column) - cell.length() + 2));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
