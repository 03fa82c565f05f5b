package dev.swarm.tools.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Expressions, compiled when first needed, matched at a place in a text. RE2/J is linear in the
 * text, and a match looks at no more than {@link #WINDOW} characters. Any thread.
 */
final class Patterns {
  /** Longer than any secret whose form we know, but for tokens with certificates inside. */
  static final int WINDOW = 8192;

  private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

  /** A match: its end, and the secret in it. */
  record Match(int end, int secretStart, int secretEnd) {}

  /** Matches exactly at {@code from}; the secret is group 1, or else the whole match. */
  Optional<Match> at(int from, String expression, String text) {
    int to = Math.min(text.length(), from + WINDOW);
    Matcher matcher = compiled(expression).matcher(text.substring(from, to));
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    int group = matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
    int end = from + matcher.end(group);
    int whole = end == to ? ValueEnd.ofWord(text, end) : end;
    return Optional.of(new Match(from + matcher.end(), from + matcher.start(group), whole));
  }

  /** Without the anchor in the expression RE2/J goes on to the end of the text after a mismatch. */
  private static Pattern anchored(String expression) {
    return Pattern.compile("\\A(?:" + expression + ")");
  }

  private Pattern compiled(String expression) {
    return compiled.computeIfAbsent(expression, Patterns::anchored);
  }
}
