package dev.swarm.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts argument values in their places; a word that names an absent optional one is left out. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_-]*)}");

  private Placeholders() {}

  static List<String> fill(List<String> words, Map<String, String> values) {
    var filled = new ArrayList<String>();
    for (var word : words) {
      var matcher = PLACEHOLDER.matcher(word);
      if (matcher.results().allMatch(match -> values.containsKey(match.group(1)))) {
        filled.add(
            PLACEHOLDER
                .matcher(word)
                .replaceAll(match -> Matcher.quoteReplacement(values.get(match.group(1)))));
      }
    }
    return List.copyOf(filled);
  }
}
