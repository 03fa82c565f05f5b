package dev.swarm.tools.rows;

import java.util.Arrays;
import java.util.List;

/**
 * A record as a grammar found it: the raw text of each field that is read, by its place among
 * {@link ReadFields}; an empty text where there was none.
 */
final class Draft {
  private final String[] texts;
  private List<Integer> lines;

  Draft(int fields, int line) {
    this.texts = new String[fields];
    Arrays.fill(texts, "");
    this.lines = List.of(line);
  }

  void set(int place, String text) {
    texts[place] = text;
  }

  String text(int place) {
    return texts[place];
  }

  List<Integer> lines() {
    return lines;
  }

  /** Says where it stands, ascending. */
  void standsOn(List<Integer> numbers) {
    lines = List.copyOf(numbers);
  }
}
