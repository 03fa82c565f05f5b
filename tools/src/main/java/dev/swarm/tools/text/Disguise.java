package dev.swarm.tools.text;

import java.util.List;

/** Takes away what can hide inside a secret: terminal sequences and all that is not seen. */
final class Disguise {
  private static final char ESC = 0x1B;
  private static final char BEL = 0x07;
  private static final char CSI = 0x9B;
  private static final int LONGEST_MARKER = 10;

  private final String text;
  private final StringBuilder kept = new StringBuilder();
  private final int[] origin;
  private final boolean nuls;

  private Disguise(String text, boolean nuls) {
    this.text = text;
    this.nuls = nuls;
    this.origin = new int[text.length()];
  }

  /** The text without them; none if nothing hides in it. NULs stay: they end strings. */
  static List<View> removed(String text) {
    return hides(text) ? List.of(new Disguise(text, true).view()) : List.of();
  }

  /** The text without NULs either, if it has any. */
  static List<View> withoutNuls(String text) {
    return text.indexOf('\0') >= 0 ? List.of(new Disguise(text, false).view()) : List.of();
  }

  private static boolean hides(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean control = c < ' ' && c != '\n' && c != '\t';
      if (control || (c >= 0x7F && (c == '‹' || Visible.hides(text, at)))) {
        return true;
      }
    }
    return false;
  }

  private View view() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c >= ' ' && c < 0x7F) {
        origin[kept.length()] = at++;
        kept.append(c);
        continue;
      }
      int past = past(at);
      if (past > at) {
        at = past;
        continue;
      }
      int end = at + Character.charCount(text.codePointAt(at));
      for (; at < end; at++) {
        origin[kept.length()] = at;
        kept.append(text.charAt(at));
      }
    }
    return View.of(kept.toString(), origin);
  }

  /** Where what hides here ends; {@code at} itself if it is plain text. */
  private int past(int at) {
    char c = text.charAt(at);
    if (c == ESC) {
      return pastEscape(at + 1);
    }
    if (text.startsWith("‹ESC›", at)) {
      return pastEscape(at + 5);
    }
    if (c == CSI) {
      return pastParameters(at + 1);
    }
    if (c == '‹') {
      return pastMarker(at);
    }
    if (c == '\0' && nuls) {
      return at;
    }
    return Visible.hides(text, at) ? at + Character.charCount(text.codePointAt(at)) : at;
  }

  /** Past the name of a character that {@link Visible} wrote, such as {@code ‹U+202E›}. */
  private int pastMarker(int at) {
    for (int end = at + 1; end < text.length() && end <= at + LONGEST_MARKER; end++) {
      char c = text.charAt(end);
      if (c == '›') {
        return end > at + 1 && !(text.startsWith("‹NUL›", at) && nuls) ? end + 1 : at;
      }
      if (c != '+' && (!Boundary.isWord(c) || Character.isLowerCase(c))) {
        return at;
      }
    }
    return at;
  }

  private int pastEscape(int at) {
    if (at == text.length()) {
      return at;
    }
    return switch (text.charAt(at)) {
      case '[' -> pastParameters(at + 1);
      case ']', 'P', '_', '^', 'X' -> pastString(at + 1);
      case '(', ')', '*', '+', '#' -> Math.min(at + 2, text.length());
      case '=', '>', '7', '8', 'c', 'D', 'E', 'H', 'M', 'N', 'O', 'Z' -> at + 1;
      default -> at;
    };
  }

  /** Parameters 0x20–0x3F, then one final character 0x40–0x7E (ECMA-48, 5.4). */
  private int pastParameters(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '?') {
      at++;
    }
    boolean ends = at < text.length() && text.charAt(at) >= '@' && text.charAt(at) <= '~';
    return ends ? at + 1 : from;
  }

  /** Past BEL or ESC \ on the same line; a string without an end hides nothing. */
  private int pastString(int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == BEL) {
        return at + 1;
      }
      if (c == ESC) {
        return text.startsWith("\\", at + 1) ? at + 2 : from;
      }
      if (c == '\n' || text.startsWith("‹ESC›", at)) {
        return from;
      }
    }
    return from;
  }
}
