package dev.swarm.tools.rows;

import java.util.ArrayList;
import java.util.List;

/** Reads lines of columns. A line with fewer columns than there are names is no data. */
final class ColumnsReading {
  private final Grammar.Columns grammar;
  private final int[] columns;
  private final int[] starts;
  private final int[] ends;

  ColumnsReading(Grammar.Columns grammar, ReadFields fields) {
    this.grammar = grammar;
    this.columns = new int[fields.size()];
    for (int place = 0; place < columns.length; place++) {
      columns[place] = grammar.names().indexOf(fields.key(place));
    }
    this.starts = new int[grammar.names().size()];
    this.ends = new int[grammar.names().size()];
  }

  Found read(List<String> lines, int firstLine) {
    List<Draft> drafts = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index);
      if (!line.isBlank() && split(line)) {
        drafts.add(draft(line, firstLine + index));
      }
    }
    return new Found.Drafts(drafts);
  }

  private Draft draft(String line, int number) {
    Draft draft = new Draft(columns.length, number);
    for (int place = 0; place < columns.length; place++) {
      int column = columns[place];
      if (column >= 0) {
        draft.set(place, line.substring(starts[column], ends[column]));
      }
    }
    return draft;
  }

  private boolean split(String line) {
    return grammar.separator().isPresent()
        ? splitAt(line, grammar.separator().get())
        : splitAtBlanks(line);
  }

  private boolean splitAtBlanks(String line) {
    int last = starts.length - 1;
    int at = 0;
    for (int column = 0; column <= last; column++) {
      at = past(line, at, true);
      if (at == line.length()) {
        return false;
      }
      starts[column] = at;
      at = column == last ? line.length() : past(line, at, false);
      ends[column] = at;
    }
    return true;
  }

  private boolean splitAt(String line, String separator) {
    int last = starts.length - 1;
    int at = 0;
    for (int column = 0; column < last; column++) {
      int end = line.indexOf(separator, at);
      if (end < 0) {
        return false;
      }
      starts[column] = at;
      ends[column] = end;
      at = end + separator.length();
    }
    starts[last] = at;
    ends[last] = line.length();
    return true;
  }

  private static int past(String line, int start, boolean blank) {
    int at = start;
    while (at < line.length() && Character.isWhitespace(line.charAt(at)) == blank) {
      at++;
    }
    return at;
  }
}
