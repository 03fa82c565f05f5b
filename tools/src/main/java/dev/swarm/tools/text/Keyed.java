package dev.swarm.tools.text;

import java.util.List;

/**
 * A secret of a known form behind a word that names it. Case does not count, and the word may be
 * part of a longer one ({@code MY_DATADOG_KEY}).
 *
 * @param expression what follows at that place, as RE2/J; its group 1 is the secret
 */
record Keyed(String id, List<String> words, Place place, String expression) implements Rule {
  /** Where the expression begins. */
  enum Place {
    /** Right after the word. */
    NEXT,
    /** Where the word's value begins: {@code word = value}, {@code "word": "value"} … */
    VALUE
  }

  /** Where a value of fixed length ends. */
  static final String END = "(?:[^A-Za-z0-9_+/=-]|$)";

  Keyed {
    words = List.copyOf(words);
  }

  static Keyed of(String id, String words, String expression) {
    return new Keyed(id, List.of(words.split("\\|")), Place.NEXT, expression);
  }

  /** A value of this form, and no longer, as the word's value. */
  static Keyed valued(String id, String words, String value) {
    return open(id, words, "(" + value + ")" + END);
  }

  /** A value that begins like this, as the word's value. */
  static Keyed open(String id, String words, String value) {
    return new Keyed(id, List.of(words.split("\\|")), Place.VALUE, value);
  }

  @Override
  public Found find(Hit hit) {
    int from =
        switch (place) {
          case NEXT -> hit.end();
          case VALUE -> Separator.valueAfter(hit.text(), hit.end());
        };
    if (from < 0) {
      return Found.NOTHING;
    }
    return hit.patterns()
        .at(from, expression, hit.text())
        .filter(match -> match.secretEnd() > match.secretStart())
        .filter(match -> !Ordinary.is(hit.text(), match.secretStart(), match.secretEnd()))
        .map(match -> Found.one(hit.span(match.secretStart(), match.secretEnd(), id)))
        .orElse(Found.NOTHING);
  }
}
