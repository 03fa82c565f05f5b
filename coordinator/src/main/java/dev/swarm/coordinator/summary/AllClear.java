package dev.swarm.coordinator.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A sentence that says once that all is well somewhere, and nothing else. Its words are few, for a
 * single <em>not</em> or <em>except</em> would turn it around.
 *
 * @param nothing whether it says so by saying that nothing was found
 * @param named the nodes it names, in lower case
 * @param shares of how many nodes it says that it is so
 * @param whole whether it speaks of all of them
 */
record AllClear(boolean nothing, Set<String> named, List<Share> shares, boolean whole) {
  private static final Pattern NOTHING =
      Pattern.compile(
          "\\b(?:nothing(?: (?:is|was))?(?: wrong)?(?: (?:is|was))? found|found nothing(?: wrong)?"
              + "|nothing(?: (?:is|was))? wrong|no findings?)\\b");
  private static final Pattern SHARE =
      Pattern.compile("(?<![^\\s(])(\\d{1,6})(?: of (?:the )?(\\d{1,6}))? nodes?\\b");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;:()]+");
  private static final String WELL = "ok";
  private static final Set<String> WHOLE =
      Set.of("all", "every", "each", "everywhere", "fleet", "whole", "entire");
  private static final Set<String> PLAIN =
      Set.copyOf(
          words(
              "a an the of on in at by for and is are was were it this that there to according per"
                  + " check checks node nodes host hosts machine machines server servers system"
                  + " systems say says said report reports reported show shows shown"));

  /**
   * How many of the nodes.
   *
   * @param all how many there are, where it says so
   */
  record Share(int hit, Optional<Integer> all) {
    boolean holds(int really, int nodes) {
      return hit == really && all.filter(said -> said != nodes).isEmpty();
    }
  }

  AllClear {
    named = Set.copyOf(named);
    shares = List.copyOf(shares);
  }

  /**
   * What {@code sentence} says; empty where it says anything else.
   *
   * @param checks that it cites, and so has to name
   * @param nodes that it may name, in lower case
   */
  static Optional<AllClear> said(String sentence, Set<String> checks, Set<String> nodes) {
    var lower = sentence.toLowerCase(Locale.ROOT);
    boolean nothing = NOTHING.matcher(lower).find();
    var well = NOTHING.matcher(lower).replaceAll(WELL);
    var shares = SHARE.matcher(well).results().map(AllClear::share).toList();
    var left = SHARE.matcher(well).replaceAll(" ").replaceFirst("\\.$", "");
    var named = new HashSet<String>();
    var cited = new HashSet<String>();
    int times = 0;
    boolean whole = false;
    for (String word : words(left)) {
      if (checks.contains(word)) {
        cited.add(word);
      } else if (nodes.contains(word)) {
        named.add(word);
      } else if (word.equals(WELL)) {
        times++;
      } else if (WHOLE.contains(word)) {
        whole = true;
      } else if (!PLAIN.contains(word)) {
        return Optional.empty();
      }
    }
    return times == 1 && cited.equals(checks)
        ? Optional.of(new AllClear(nothing, named, shares, whole))
        : Optional.empty();
  }

  private static List<String> words(String text) {
    return BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }

  private static Share share(MatchResult found) {
    var all = Optional.ofNullable(found.group(2)).map(Integer::valueOf);
    return new Share(Integer.parseInt(found.group(1)), all);
  }

  /** Whether it is so where it is well on {@code clear}, of so many nodes. */
  boolean holds(Set<String> clear, int nodes) {
    boolean everywhere = whole || (named.isEmpty() && shares.isEmpty());
    return clear.containsAll(named)
        && shares.stream().allMatch(share -> share.holds(clear.size(), nodes))
        && (!everywhere || clear.size() == nodes);
  }
}
