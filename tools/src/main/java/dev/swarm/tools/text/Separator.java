package dev.swarm.tools.text;

import java.util.List;
import java.util.Optional;

/**
 * What stands between a name and its value.
 *
 * @param end where the value begins
 */
record Separator(Kind kind, int end) {
  /** How sure it is that a value follows, and of which kind. */
  enum Kind {
    /** An equals sign, a quoted key, a command-line option. */
    FIRM,
    /** A colon, which prose and log lines have too. */
    SOFT,
    /** The end of an opening XML tag. */
    TAG
  }

  private static final int NAME_LIMIT = 64;
  private static final List<String> SUFFIXES =
      List.of(
          "value",
          "plaintext",
          "plain",
          "text",
          "base64",
          "b64",
          "hash",
          "key",
          "string",
          "data",
          "phrase",
          "secret",
          "token",
          "hex");
  private static final List<String> EQUALS =
      List.of(":=", "=>", "==", "=", "%3D", "%3d", "\\u003d", "\\u003D");

  /** The separator after the name whose telling word stands from {@code start} to {@code end}. */
  static Optional<Separator> after(String text, int start, int end) {
    int name = nameStart(text, start);
    int at = pastSuffix(text, end);
    if (at == text.length()) {
      return Optional.empty();
    }
    int open = past(text, at, "\\");
    boolean quoted = open < text.length() && ValueEnd.isQuote(text.charAt(open));
    int close = quoted ? open + 1 : at;
    int bracket = close < text.length() && text.charAt(close) == ']' ? close + 1 : close;
    int sign = past(text, bracket, " \t");
    return equalsSign(text, sign)
        .or(() -> colon(text, name, sign, quoted))
        .or(() -> option(text, name, close, quoted))
        .or(() -> tag(text, name, close, quoted))
        .or(() -> pair(text, close, quoted));
  }

  /**
   * Where a value begins after a name that may go on for a while, or -1; for rules that know the
   * value's form and so may read much as a separator.
   */
  static int valueAfter(String text, int end) {
    int at = end;
    while (at < text.length() && at < end + 24 && isName(text.charAt(at))) {
      at++;
    }
    int closed = past(text, past(text, at, "\\\"'`]"), " \t");
    int sign = past(text, closed, ":=>,");
    for (String equal : EQUALS) {
      sign = text.startsWith(equal, sign) ? sign + equal.length() : sign;
    }
    int value = past(text, past(text, sign, " \t"), "\\\"'`");
    return value > at && value < text.length() ? value : -1;
  }

  private static int nameStart(String text, int start) {
    int at = start;
    while (at > 0 && start - at < NAME_LIMIT && isName(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isName(char c) {
    return Boundary.isWord(c) || c == '-' || c == '.';
  }

  /**
   * Past {@code _value}, {@code -key}, {@code Hash}, {@code _2} …, if nothing is glued behind it.
   */
  private static int pastSuffix(String text, int end) {
    int at = end < text.length() && "_-".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
    for (String suffix : SUFFIXES) {
      if (text.regionMatches(true, at, suffix, 0, suffix.length())) {
        at += suffix.length();
        break;
      }
    }
    int digits = at;
    while (digits < text.length() && digits < at + 3 && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits;
  }

  private static int past(String text, int from, String skipped) {
    int at = from;
    while (at < text.length() && at < from + NAME_LIMIT && skipped.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static Optional<Separator> equalsSign(String text, int sign) {
    return EQUALS.stream()
        .filter(equal -> text.startsWith(equal, sign))
        .findFirst()
        .map(equal -> new Separator(Kind.FIRM, past(text, sign + equal.length(), " \t")));
  }

  /** {@code /etc/passwd: } is a path before a line of it, not a name. */
  private static Optional<Separator> colon(String text, int name, int sign, boolean quoted) {
    if (!text.startsWith(":", sign) || text.startsWith("::", sign)) {
      return Optional.empty();
    }
    if (name > 0 && text.charAt(name - 1) == '/') {
      return Optional.empty();
    }
    return Optional.of(new Separator(quoted ? Kind.FIRM : Kind.SOFT, past(text, sign + 1, " \t")));
  }

  /** {@code --password x}, and {@code "--password","x"} as lists of arguments are printed. */
  private static Optional<Separator> option(String text, int name, int close, boolean quoted) {
    if (text.charAt(name) != '-' || close == text.length()) {
      return Optional.empty();
    }
    int value = past(text, close, quoted ? " \t,\0" : " \t\0");
    boolean follows = value > close && value < text.length() && text.charAt(value) != '-';
    return follows ? Optional.of(new Separator(Kind.FIRM, value)) : Optional.empty();
  }

  /** {@code <password>x}, {@code <entry key="password">x}, {@code <key>password</key><string>x}. */
  private static Optional<Separator> tag(String text, int name, int close, boolean quoted) {
    String plist = "</key>";
    if (text.startsWith(plist, close)) {
      int string = past(text, close + plist.length(), " \t\r\n");
      String opening = "<string>";
      return text.startsWith(opening, string)
          ? Optional.of(new Separator(Kind.TAG, string + opening.length()))
          : Optional.empty();
    }
    boolean inTag = quoted || (name > 0 && "<:".indexOf(text.charAt(name - 1)) >= 0);
    int end = inTag ? tagEnd(text, close) : -1;
    return end < 0 ? Optional.empty() : Optional.of(new Separator(Kind.TAG, end + 1));
  }

  private static int tagEnd(String text, int from) {
    for (int at = from; at < text.length() && at < from + NAME_LIMIT; at++) {
      char c = text.charAt(at);
      if (c == '>') {
        return at;
      }
      if (c == '<' || c == '\n' || c == ',' || text.startsWith("value=", at)) {
        return -1;
      }
    }
    return -1;
  }

  /** {@code name="password" value="x"}, <code>"name":"PASSWORD","value":"x"</code>, and in YAML. */
  private static Optional<Separator> pair(String text, int close, boolean quoted) {
    int at = past(text, close, quoted ? " \t,\r\n\\\"" : " \t\r\n");
    if (at == close || !text.regionMatches(true, at, "value", 0, 5)) {
      return Optional.empty();
    }
    int sign = past(text, at + 5, "\\\"' \t");
    boolean assigned = sign < text.length() && ":=".indexOf(text.charAt(sign)) >= 0;
    return assigned
        ? Optional.of(new Separator(Kind.FIRM, past(text, sign + 1, " \t")))
        : Optional.empty();
  }
}
