package dev.swarm.tools.text;

/** Where a value ends. A value never holds a line end, a control character or a marker of ours. */
final class ValueEnd {
  private static final int KEY_LIMIT = 40;

  private ValueEnd() {}

  static boolean isValue(char c) {
    if (c < 0x7F) {
      return c > ' ';
    }
    return c > 0xA0 && c != '‹' && c != '›' && !Character.isWhitespace(c);
  }

  /** The end of the run of non-blank, non-quote characters. */
  static int ofWord(String text, int from) {
    int at = from;
    while (at < text.length() && isValue(text.charAt(at)) && !isQuote(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The end of the run of letters, digits, {@code _} and {@code -}, as far as a rule looks. */
  static int ofRun(String text, int from) {
    int limit = Math.min(text.length(), from + Patterns.WINDOW);
    int at = from;
    while (at < limit && (Boundary.isWord(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    return at;
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  /**
   * The end of an unquoted value. A separator ({@code & ; ,}) ends it only where another key
   * follows or nothing: a password may hold one.
   */
  static int ofBare(String text, int from) {
    int at = from;
    int open = 0;
    while (at < text.length() && isValue(text.charAt(at))) {
      char c = text.charAt(at);
      open += c == '{' ? 1 : 0;
      if (c == '}' && open > 0) {
        open--;
        at++;
        continue;
      }
      if (c == '<' || isQuote(c) || (c == '\\' && closesEscaped(text, at))) {
        return at;
      }
      if ("&;,)}]|".indexOf(c) >= 0 && separates(text, at + 1)) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** The end of an element's text: the next tag, or the line's end. */
  static int ofTag(String text, int from) {
    int at = from;
    while (at < text.length() && "<\n\r‹".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** The end of a quoted value: the same quote, unescaped (or escaped, if it was opened so). */
  static int ofQuoted(String text, int from, char quote, boolean escaped) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
        if (escaped && text.charAt(at + 1) == quote) {
          return at;
        }
        at += 2;
        continue;
      }
      if (c == quote || c == '‹') {
        return at;
      }
      at++;
    }
    return at;
  }

  private static boolean closesEscaped(String text, int at) {
    return at + 1 < text.length() && (isQuote(text.charAt(at + 1)) || text.charAt(at + 1) == 'n');
  }

  private static boolean separates(String text, int from) {
    int at = from;
    while (at < text.length() && at < from + 8 && ")}];,\"'".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at == text.length() || !isValue(text.charAt(at))) {
      return true;
    }
    int limit = Math.min(text.length(), at + KEY_LIMIT);
    int start = at;
    while (at < limit
        && (Boundary.isWord(text.charAt(at)) || "-. ".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at > start && at < text.length() && "=:".indexOf(text.charAt(at)) >= 0;
  }
}
