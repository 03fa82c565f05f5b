package dev.swarm.agent.proof;

import dev.swarm.protocol.prose.Tokens;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Value;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names for all that is cited at once: {@code 3 failed units}, {@code memory}, {@code the host}.
 * Such a name is made of nothing but words for the kind, the tool, the field and the values that
 * the rows share; a word that could be somebody's name makes it none.
 */
final class Aggregate {
  private static final Set<String> WHOLE =
      Set.of(
          "host",
          "machine",
          "node",
          "computer",
          "this",
          "whole",
          "all",
          "several",
          "some",
          "many",
          "and",
          "for",
          "usage",
          "use",
          "state",
          "status",
          "average",
          "kernel",
          "space",
          "systemd");

  private Aggregate() {}

  /**
   * Whether {@code name} means all the rows cited.
   *
   * @param also words that the claim's field and check are called by, and the node's name
   */
  static boolean names(String name, Cited cited, Set<String> also) {
    var words = words(cited, also);
    var values = cited.rows().isEmpty() ? Set.<String>of() : shared(cited);
    boolean said = false;
    for (var written : Tokens.of(name)) {
      var word = Tokens.bare(written);
      boolean general =
          values.contains(word)
              || words.contains(word.toLowerCase(Locale.ROOT))
              || words.containsAll(Tokens.split(word))
              || count(word, cited);
      if (!general) {
        return false;
      }
      said = true;
    }
    return said;
  }

  private static boolean count(String word, Cited cited) {
    return word.equals(Integer.toString(cited.rows().size()));
  }

  private static Set<String> words(Cited cited, Set<String> also) {
    var words = new HashSet<>(WHOLE);
    words.addAll(Subjects.KINDS);
    also.forEach(
        word -> add(words, word.endsWith("s") ? word.substring(0, word.length() - 1) : word));
    words.addAll(Tokens.split(cited.look().call().tool()));
    cited.rows().forEach(row -> Tokens.split(row.kind()).forEach(kind -> add(words, kind)));
    return words;
  }

  private static void add(Set<String> words, String kind) {
    words.add(kind);
    words.add(kind + "s");
    words.add(kind + "es");
  }

  /** Values that every row cited has: {@code failed}. */
  private static Set<String> shared(Cited cited) {
    var shared = new HashSet<String>();
    values(cited.rows().getFirst(), shared);
    for (var row : cited.rows()) {
      var here = new HashSet<String>();
      values(row, here);
      shared.retainAll(here);
    }
    return shared;
  }

  private static void values(Row row, Set<String> values) {
    for (var value : row.fields().values()) {
      if (value instanceof Value.Text(var text) && text.indexOf(' ') < 0) {
        values.add(text);
      }
    }
  }
}
