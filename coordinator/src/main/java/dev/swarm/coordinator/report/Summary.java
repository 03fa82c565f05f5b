package dev.swarm.coordinator.report;

import java.util.List;

/**
 * A report in a few sentences, each with what it rests on.
 *
 * @param by {@link #OURS}, or the model whose words these are
 * @param note why a model's words are not here, or not all of them; empty where there is nothing to
 *     say
 */
public record Summary(String by, String note, List<Sentence> sentences) {
  /** Made from the report's numbers, by no model. */
  public static final String OURS = "swarm";

  public Summary {
    sentences = List.copyOf(sentences);
  }

  /**
   * A sentence.
   *
   * @param cites ids of findings, as {@link Citations} gives them; in the answer to a question also
   *     names of checks that are ok, and in our own sentences the lists of the report: {@code
   *     nodes}, {@code coverage}, {@code changes}
   */
  public record Sentence(String text, List<String> cites) {
    public Sentence {
      cites = List.copyOf(cites);
      if (cites.isEmpty()) {
        throw new IllegalArgumentException("a sentence rests on something: " + text);
      }
    }
  }

  /** The same, with a word about how it came about. */
  public Summary noting(String why) {
    return new Summary(by, why, sentences);
  }

  /** All sentences in one text, each with its ids in brackets. */
  public String text() {
    return String.join(
        " ",
        sentences.stream()
            .map(one -> one.text() + " [" + String.join(", ", one.cites()) + "]")
            .toList());
  }
}
