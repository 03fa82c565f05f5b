package dev.swarm.tools.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code key = value} lines, which together make a record until a blank line or the start
 * key. The record cites the lines of the fields that are declared.
 */
final class PairsReading {
  private final Grammar.Pairs grammar;
  private final ReadFields fields;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Integer> cited = new ArrayList<>();
  private Draft open;

  PairsReading(Grammar.Pairs grammar, ReadFields fields) {
    this.grammar = grammar;
    this.fields = fields;
    this.open = new Draft(fields.size(), 1);
  }

  /**
   * @param text the same lines before some were made blank to be skipped: those end no record
   */
  Found read(List<String> lines, List<String> text, int firstLine) {
    for (int index = 0; index < lines.size(); index++) {
      if (text.get(index).isBlank()) {
        close();
      } else {
        pair(lines.get(index), firstLine + index);
      }
    }
    close();
    return new Found.Drafts(drafts);
  }

  private void pair(String line, int number) {
    int at = line.indexOf(grammar.separator());
    if (at < 0) {
      return;
    }
    String key = line.substring(0, at).strip();
    if (grammar.start().isPresent() && grammar.start().get().equals(key)) {
      close();
    }
    List<Integer> places = fields.places(key);
    if (!places.isEmpty()) {
      String value = unquoted(line.substring(at + grammar.separator().length()).strip());
      places.forEach(place -> open.set(place, value));
      cited.add(number);
    }
  }

  private void close() {
    if (cited.isEmpty()) {
      return;
    }
    open.standsOn(cited);
    drafts.add(open);
    cited.clear();
    open = new Draft(fields.size(), 1);
  }

  private static String unquoted(String value) {
    int last = value.length() - 1;
    boolean quoted =
        last > 0
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(last) == value.charAt(0);
    return quoted ? value.substring(1, last) : value;
  }
}
