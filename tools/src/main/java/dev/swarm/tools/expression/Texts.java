package dev.swarm.tools.expression;

import com.google.re2j.Pattern;

/** What is alike in messages that differ in numbers only. */
final class Texts {
  private static final Pattern VARYING =
      Pattern.compile("\\b(?:0x)?[0-9a-f]*[0-9][0-9a-f]*(?:[-:.][0-9a-f]+)*\\b|[0-9]+");
  private static final int LONGEST = 120;

  private Texts() {}

  /** The text with numbers, addresses and identifiers as {@code #}, cut at 120 characters. */
  static String shape(String text) {
    String bare = VARYING.matcher(text).replaceAll("#");
    return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
  }
}
