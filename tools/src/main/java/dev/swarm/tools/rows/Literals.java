package dev.swarm.tools.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plain words of which a line must hold one before a pattern can match it. Looking for them is far
 * cheaper than running the pattern, and most lines of a log match nothing. What this does not
 * understand of a pattern it leaves to the pattern: it may say "perhaps" too often, never too
 * rarely.
 */
final class Literals {
  private static final int SHORTEST = 2;
  private static final String CLASSES = "dDsSwWpPbB";

  private final String pattern;
  private int at;
  private boolean strange;

  private Literals(String pattern) {
    this.pattern = pattern;
  }

  /** The words, one of which every match holds; empty where none can be told. */
  static List<String> of(String pattern) {
    var reading = new Literals(pattern);
    var words = reading.alternatives();
    return reading.strange || reading.at < pattern.length()
        ? List.of()
        : words.map(List::copyOf).orElse(List.of());
  }

  /** Whether {@code line} may match: it holds a word, or there is none to hold. */
  static boolean permit(List<String> words, String line) {
    if (words.isEmpty()) {
      return true;
    }
    for (var word : words) {
      if (line.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Of several alternatives, any may match: each must have its word. */
  private Optional<Set<String>> alternatives() {
    var all = new LinkedHashSet<String>();
    boolean told = true;
    while (true) {
      var one = sequence();
      told &= one.isPresent();
      one.ifPresent(all::addAll);
      if (at >= pattern.length() || pattern.charAt(at) != '|') {
        return told ? Optional.of(all) : Optional.empty();
      }
      at++;
    }
  }

  /** Of a sequence, everything must match: the longest word tells most. */
  private Optional<Set<String>> sequence() {
    var words = new ArrayList<Set<String>>();
    var word = new StringBuilder();
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0 && !strange) {
      char next = pattern.charAt(at);
      if (next == '(') {
        end(word, words);
        group().ifPresent(words::add);
      } else if (next == '[') {
        end(word, words);
        skipClass();
        skipQuantifier();
      } else if (".^$".indexOf(next) >= 0) {
        end(word, words);
        at++;
        skipQuantifier();
      } else {
        character(word, words);
      }
    }
    end(word, words);
    return words.stream().max(Comparator.comparingInt(Literals::shortest));
  }

  private static int shortest(Set<String> words) {
    return words.stream().mapToInt(String::length).min().orElse(0);
  }

  private static void end(StringBuilder word, List<Set<String>> words) {
    if (word.length() >= SHORTEST) {
      words.add(Set.of(word.toString()));
    }
    word.setLength(0);
  }

  private void character(StringBuilder word, List<Set<String>> words) {
    char next = pattern.charAt(at++);
    if (next == '\\') {
      next = escaped();
    }
    if (next == 0 || optional()) {
      end(word, words);
      skipQuantifier();
      return;
    }
    word.append(next);
    if (at < pattern.length() && pattern.charAt(at) == '+') {
      end(word, words);
      skipQuantifier();
    }
  }

  /** The character that an escape stands for, or 0 for one of many. */
  private char escaped() {
    char escape = at < pattern.length() ? pattern.charAt(at++) : '\\';
    if (escape == 't') {
      return '\t';
    }
    if (CLASSES.indexOf(escape) >= 0) {
      int end = "pP".indexOf(escape) >= 0 ? pattern.indexOf('}', at) : -1;
      at = end >= 0 ? end + 1 : at;
      return 0;
    }
    strange |= Character.isLetterOrDigit(escape);
    return escape;
  }

  private Optional<Set<String>> group() {
    at++;
    if (pattern.startsWith("?", at)) {
      int colon = pattern.startsWith("?:", at) ? at + 1 : pattern.indexOf('>', at);
      boolean named = pattern.startsWith("?<", at) || pattern.startsWith("?P<", at);
      strange |= colon < 0 || (!named && !pattern.startsWith("?:", at));
      at = Math.max(at, colon + 1);
    }
    var inner = strange ? Optional.<Set<String>>empty() : alternatives();
    strange |= at >= pattern.length() || pattern.charAt(at) != ')';
    at++;
    boolean needed = !optional();
    skipQuantifier();
    return needed ? inner.filter(words -> shortest(words) >= SHORTEST) : Optional.empty();
  }

  private boolean optional() {
    return at < pattern.length() && "*?{".indexOf(pattern.charAt(at)) >= 0;
  }

  private void skipQuantifier() {
    if (at < pattern.length() && pattern.charAt(at) == '{') {
      int end = pattern.indexOf('}', at);
      strange |= end < 0;
      at = Math.max(at, end) + 1;
    } else if (at < pattern.length() && "*+?".indexOf(pattern.charAt(at)) >= 0) {
      at++;
    }
    if (at < pattern.length() && pattern.charAt(at) == '?') {
      at++;
    }
  }

  private void skipClass() {
    at++;
    if (pattern.startsWith("^", at)) {
      at++;
    }
    if (pattern.startsWith("]", at)) {
      at++;
    }
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      int posix = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at) : -1;
      at = posix >= 0 ? posix + 2 : at + (pattern.charAt(at) == '\\' ? 2 : 1);
    }
    strange |= at >= pattern.length();
    at++;
  }
}
