package dev.swarm.protocol.prose;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words as they stand between blanks, with the punctuation around them taken off. */
public final class Tokens {
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern NAME_PARTS = Pattern.compile("[\\s_.-]+");
  private static final Pattern PARTS = Pattern.compile("[=:,;|()\\[\\]{}<>\"'`“”‘’]+");
  private static final String OPENING = "([{\"'`“‘<>~≈*_‹";
  private static final String CLOSING = ")]}\"'`”’>,;:!?*_›.…|";

  private Tokens() {}

  /** The words, in their order, with the punctuation around them. */
  public static List<String> of(String text) {
    return BLANK.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).toList();
  }

  /** A word without the punctuation around it; {@code /var} of {@code (“/var”).}. */
  public static String bare(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && OPENING.indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && CLOSING.indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    return word.substring(from, to);
  }

  /** Every name that a text holds, in lower case: whole words, and what stands between marks. */
  public static Set<String> names(String text) {
    var names = new HashSet<String>();
    for (var word : of(text.toLowerCase(Locale.ROOT))) {
      names.add(word);
      names.add(bare(word));
      PARTS.splitAsStream(word).map(Tokens::bare).forEach(names::add);
    }
    names.remove("");
    return names;
  }

  /**
   * Whether {@code words} stand in {@code line} as whole words, never as a piece of a longer one.
   */
  public static boolean within(String line, String words) {
    for (int at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) {
      if (begins(line, at) && ends(line, at + words.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(String line, int at) {
    return at == 0
        || (!(part(line.charAt(at)) && part(line.charAt(at - 1)))
            && !(at > 1 && joint(line.charAt(at - 1)) && digit(line, at) && digit(line, at - 2)));
  }

  private static boolean ends(String line, int end) {
    return end == line.length()
        || (!(part(line.charAt(end - 1)) && part(line.charAt(end)))
            && !(joint(line.charAt(end)) && digit(line, end - 1) && digit(line, end + 1)));
  }

  private static boolean digit(String line, int at) {
    return at < line.length() && Character.isDigit(line.charAt(at));
  }

  private static boolean joint(char character) {
    return character == '.' || character == ',';
  }

  private static boolean part(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  /** The words that a text of several names is made of: {@code load, average}. */
  public static List<String> split(String name) {
    return NAME_PARTS
        .splitAsStream(name.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Without spaces around, and with one where there were several. */
  public static String squeezed(String text) {
    return BLANK.matcher(text.strip()).replaceAll(" ");
  }
}
