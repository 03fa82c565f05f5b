package dev.swarm.router.wire;

import java.util.regex.Pattern;

/**
 * A server's words, fit for a line that people read: one line, bounded, control characters and
 * marks that turn or hide text made visible, keys taken out.
 */
final class ServerText {
  /** Characters of a server's text in a line. */
  static final int LONGEST = 300;

  private static final String HIDDEN = "[hidden]";

  /** How much of it is looked at for each character shown: cutting first loses nothing then. */
  private static final int LOOKED_AT = 4;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** A scheme with its value; a field with its value; keys of the well-known forms. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?i)\\b(?:bearer|basic)\\s+[^\\s\"',;)}\\]]+"
              + "|\\b(?:authorization|x-api-key|api[-_ ]?key(?:\\s+provided)?|access[-_ ]?token)"
              + "[\"'`]?\\s*[:=]\\s*[\"'`]?(?!bearer\\b|basic\\b)[^\\s\"'`,;)}\\]]+"
              + "|\\b(?:sk|pk|rk|gsk|hf|xai|nvapi|csk|fw|tgp)[-_][a-z0-9_*.\\-]{6,}"
              + "|\\bAIza[a-z0-9_\\-]{10,}");

  /** A word with digits that may be a key: asked for only where keys are talked about. */
  private static final Pattern MAY_BE_KEY =
      Pattern.compile("(?=[^\\s\"'`,;]*\\d)[^\\s\"'`,;:]{12,}|(?<=['\"`])[^\\s\"'`]{8,}(?=['\"`])");

  private ServerText() {}

  static String of(String text) {
    return of(text, LONGEST);
  }

  /** The same with at most {@code longest} characters. */
  static String of(String text, int longest) {
    return visible(KEY.matcher(beginning(text, longest)).replaceAll(HIDDEN), longest);
  }

  /** The same of a server that complains about the key: it likes to repeat it. */
  static String ofRefusedKey(String text) {
    var hidden = KEY.matcher(beginning(text, LONGEST)).replaceAll(HIDDEN);
    return visible(MAY_BE_KEY.matcher(hidden).replaceAll(HIDDEN), LONGEST);
  }

  private static String beginning(String text, int longest) {
    return text.substring(0, Math.min(text.length(), LOOKED_AT * longest));
  }

  private static String visible(String text, int longest) {
    var line = new StringBuilder();
    var points = SPACE.matcher(text.strip()).replaceAll(" ").codePoints().iterator();
    while (points.hasNext()) {
      if (line.length() >= longest) {
        return line.append(" …").toString();
      }
      append(line, points.nextInt());
    }
    return line.toString();
  }

  private static void append(StringBuilder line, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          line.append(String.format("<U+%04X>", point));
      default -> line.appendCodePoint(point);
    }
  }
}
