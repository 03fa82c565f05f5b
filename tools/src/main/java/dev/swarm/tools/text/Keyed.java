package dev.swarm.tools.text;

import java.util.List;

/**
 * A secret of a known form behind a word that names it. Case does not count, and the word may be
 * part of a longer one ({@code MY_DATADOG_KEY}).
 *
 * @param expression what follows the word, as RE2/J; its group 1 is the secret
 */
record Keyed(String id, List<String> words, String expression) implements Rule {
  /** The rest of a key, its closing quote, and what stands between it and a value. */
  static final String IS =
      "[\\w.\\-]{0,24}\\\\*[\"'`]?\\]?[ \\t]{0,4}(?:=>|:=|=|:|,|%3D|\\\\u003d|[ \\t]|>)"
          + "[ \\t]{0,4}\\\\*[\"'`]?";

  /** Where a value of fixed length ends. */
  static final String END = "(?:[^A-Za-z0-9_+/=-]|$)";

  Keyed {
    words = List.copyOf(words);
  }

  static Keyed of(String id, String words, String expression) {
    return new Keyed(id, List.of(words.split("\\|")), expression);
  }

  /** A value of this form as the word's value: {@code word = value}, {@code "word": "value"} … */
  static Keyed valued(String id, String words, String value) {
    return of(id, words, IS + "(" + value + ")" + END);
  }

  @Override
  public Found find(Hit hit) {
    return hit.after(expression)
        .filter(match -> match.secretEnd() > match.secretStart())
        .filter(match -> !Ordinary.is(hit.text(), match.secretStart(), match.secretEnd()))
        .map(match -> Found.one(hit.span(match.secretStart(), match.secretEnd(), id)))
        .orElse(Found.NOTHING);
  }
}
