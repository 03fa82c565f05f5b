package dev.swarm.tools.text;

/** Where a token may begin. */
final class Boundary {
  private Boundary() {}

  /**
   * True after anything but a word character, and after an escape that ends in one ({@code \n}).
   */
  static boolean before(String text, int at) {
    return !isWord(text.charAt(at - 1)) || afterEscape(text, at);
  }

  static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /**
   * JSON and shell {@code \n \t \x22} and the four digits after a {@code u}, URL {@code %22},
   * syslog {@code #012}.
   */
  private static boolean afterEscape(String text, int at) {
    return ("nrtbf".indexOf(text.charAt(at - 1)) >= 0 && is(text, at - 2, '\\'))
        || (hex(text, at, 2) && (is(text, at - 3, '%') || escaped(text, at - 3, 'x')))
        || (hex(text, at, 4) && escaped(text, at - 5, 'u'))
        || (hex(text, at, 3) && (is(text, at - 4, '#') || is(text, at - 4, '\\')));
  }

  private static boolean escaped(String text, int at, char letter) {
    return is(text, at, letter) && is(text, at - 1, '\\');
  }

  private static boolean is(String text, int at, char c) {
    return at >= 0 && text.charAt(at) == c;
  }

  private static boolean hex(String text, int end, int digits) {
    if (end < digits) {
      return false;
    }
    for (int at = end - digits; at < end; at++) {
      if (Character.digit(text.charAt(at), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
