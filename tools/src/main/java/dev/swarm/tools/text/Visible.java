package dev.swarm.tools.text;

import java.util.Locale;

/**
 * Writes what a terminal would act upon or hide, so that man and model see the same: C0 controls
 * and DEL by their names ({@code ‹ESC›}), all else by its code point ({@code ‹U+202E›}). Tabs and
 * line ends stay ({@code \r\n} becomes {@code \n}), and so does text in any script.
 */
final class Visible {
  /** ISO 646 names. */
  private static final String[] C0 =
      ("NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB"
              + " CAN EM SUB ESC FS GS RS US")
          .split(" ");

  private Visible() {}

  /** The text made visible; the same string if all of it is. */
  static String of(String text) {
    int at = 0;
    while (at < text.length() && !hides(text, at)) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at == text.length() ? text : written(text, at);
  }

  /** Whether the character at this index is not seen as what it is. */
  static boolean hides(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x7F) {
      return c < ' ' && c != '\n' && c != '\t';
    }
    int codePoint = text.codePointAt(at);
    return Invisible.is(codePoint) && !Emoji.needs(text, at, codePoint);
  }

  private static String written(String text, int from) {
    var out = new StringBuilder(text.length() + 64).append(text, 0, from);
    int at = from;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (!hides(text, at)) {
        out.appendCodePoint(codePoint);
      } else if (!text.startsWith("\r\n", at)) {
        out.append('‹').append(name(codePoint)).append('›');
      }
      at += Character.charCount(codePoint);
    }
    return out.toString();
  }

  private static String name(int codePoint) {
    if (codePoint < C0.length) {
      return C0[codePoint];
    }
    return codePoint == 0x7F ? "DEL" : String.format(Locale.ROOT, "U+%04X", codePoint);
  }
}
