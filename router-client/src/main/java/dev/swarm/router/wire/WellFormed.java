package dev.swarm.router.wire;

import java.util.regex.Pattern;

/**
 * Text that has a form in UTF-8: half a surrogate pair has none, a cut in the middle of an emoji
 * leaves one, and a strict server refuses the whole request for it.
 */
final class WellFormed {
  private static final char REPLACEMENT = '\uFFFD';

  /** In JSON text: a whole escaped pair (first), or half of one (second), or any escape. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}"
              + "|(\\\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\\\.",
          Pattern.DOTALL);

  private WellFormed() {}

  /** {@code text} itself where it is well-formed, which costs one look at each character. */
  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  /** The same for JSON text, in which half a pair may also be escaped. */
  static String json(String json) {
    var text = text(json);
    if (!text.contains("\\u")) {
      return text;
    }
    return ESCAPE.matcher(text).replaceAll(found -> found.group(1) == null ? "$0" : "\\\\ufffd");
  }

  private static String replaced(String text) {
    var mended = new StringBuilder(text.length());
    text.codePoints()
        .map(one ->
            one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE ? REPLACEMENT : one)
        .forEach(mended::appendCodePoint);
    return mended.toString();
  }
}
