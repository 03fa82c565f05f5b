package dev.swarm.coordinator.summary;

import java.util.List;
import java.util.Set;

/** Words that say how many without a number, and when they are true. */
final class Quantities {
  private static final Set<String> ALL =
      Set.of("all", "every", "each", "everywhere", "entire", "whole", "fleet-wide", "fleetwide");
  private static final Set<String> MOST = Set.of("most", "majority", "mostly");
  private static final Set<String> SEVERAL =
      Set.of("several", "many", "multiple", "some", "others");
  private static final Set<String> GRADED = Set.of("serious", "urgent", "pressing", "important");

  private Quantities() {}

  /** Whether {@code word} is one of them, so that {@link #hold} decides about it. */
  static boolean are(String word) {
    return ALL.contains(word)
        || MOST.contains(word)
        || SEVERAL.contains(word)
        || word.equals("worst");
  }

  /**
   * Whether those among {@code words} are true.
   *
   * @param hit how many nodes it is about
   * @param nodes how many there are
   * @param worst whether nothing in the report is worse
   */
  static boolean hold(List<String> words, int hit, int nodes, boolean worst) {
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      boolean graded = at + 1 < words.size() && GRADED.contains(words.get(at + 1));
      boolean holds =
          (!ALL.contains(word) || hit == nodes)
              && (!MOST.contains(word) || (graded ? worst : 2 * hit > nodes))
              && (!SEVERAL.contains(word) || hit > 1)
              && (!word.equals("worst") || worst);
      if (!holds) {
        return false;
      }
    }
    return true;
  }
}
