package dev.swarm.tools.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Hides secrets: each becomes {@code ‹redacted:RULE-ID›}; names, users and line ends stay. The text
 * is read as it is, and without the characters that could hide inside a secret; what either reading
 * shows is hidden. One pass looks for the words of all rules; a rule's expression is compiled and
 * tried only where its word stands. Any thread.
 */
final class Redaction {
  private final List<Rule> rules;
  private final Words words;
  private final int[][] rulesOfWord;
  private final Patterns patterns = new Patterns();

  /**
   * @param rules the more telling first: of two that hide the same text the first gives its name
   */
  Redaction(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    Map<String, List<Integer>> byWord = new HashMap<>();
    for (int rank = 0; rank < rules.size(); rank++) {
      for (String word : rules.get(rank).words()) {
        byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(rank);
      }
    }
    var distinct = List.copyOf(byWord.keySet());
    this.words = new Words(distinct);
    this.rulesOfWord =
        distinct.stream()
            .map(word -> byWord.get(word).stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** The text with every secret that a rule knows hidden; the same string if there is none. */
  String of(String text) {
    var spans = new Spans();
    search(View.raw(text), spans, rule -> true);
    for (View view : Disguise.removed(text)) {
      search(view, spans, rule -> true);
    }
    for (View view : Disguise.withoutNuls(text)) {
      search(view, spans, Rule::standsAlone);
    }
    return spans.isEmpty() ? text : spans.hideIn(text);
  }

  private void search(View view, Spans spans, Predicate<Rule> admitted) {
    int[] lookedUntil = new int[rules.size()];
    words.scan(
        view.text(),
        (word, start, end) -> {
          for (int rank : rulesOfWord[word]) {
            Rule rule = rules.get(rank);
            if (start >= lookedUntil[rank] && admitted.test(rule)) {
              var found = rule.find(new Hit(view, start, end, rank, patterns));
              found.spans().forEach(span -> spans.add(view.original(span)));
              lookedUntil[rank] = Math.max(lookedUntil[rank], found.lookedUntil());
            }
          }
        });
  }
}
