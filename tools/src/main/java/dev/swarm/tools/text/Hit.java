package dev.swarm.tools.text;

import java.util.Optional;

/** A word of a rule, found in a text at {@code start}, ending before {@code end}. */
record Hit(View view, int start, int end, int rank, Patterns patterns) {
  String text() {
    return view.text();
  }

  /** Matches an expression right after the word. */
  Optional<Patterns.Match> after(String expression) {
    return patterns.at(end, expression, text());
  }

  /** Whether the word stands here in the very case in which the rule writes it. */
  boolean isExactly(Iterable<String> words) {
    for (String word : words) {
      if (word.length() == end - start && text().startsWith(word, start)) {
        return true;
      }
    }
    return false;
  }

  Span span(int from, int to, String rule) {
    return new Span(from, to, rank, rule);
  }
}
