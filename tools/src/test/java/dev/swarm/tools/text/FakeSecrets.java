package dev.swarm.tools.text;

import java.util.Random;

/**
 * Makes secrets that look real and are none, from a template: {@code {36:A}} is 36 letters and
 * digits. Seeded, so that a failure comes again; built when run, so that no scanner takes this file
 * for a leak.
 */
final class FakeSecrets {
  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private final Random random;

  FakeSecrets(long seed) {
    this.random = new Random(seed);
  }

  String from(String template) {
    var out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      int close = template.charAt(at) == '{' ? template.indexOf('}', at) : -1;
      String hole = close < 0 ? "" : template.substring(at + 1, close);
      if (hole.matches("[0-9]+:[A-Za-z0-9]")) {
        fill(out, Integer.parseInt(hole.substring(0, hole.length() - 2)), letters(hole));
        at = close + 1;
      } else {
        out.append(template.charAt(at++));
      }
    }
    return out.toString();
  }

  private void fill(StringBuilder out, int length, String letters) {
    for (int i = 0; i < length; i++) {
      out.append(letters.charAt(random.nextInt(letters.length())));
    }
  }

  private static String letters(String hole) {
    return switch (hole.charAt(hole.length() - 1)) {
      case 'A' -> SMALL + SMALL.toUpperCase(java.util.Locale.ROOT) + DIGITS;
      case 'a' -> SMALL + DIGITS;
      case 'Z' -> SMALL.toUpperCase(java.util.Locale.ROOT) + DIGITS;
      case 'h' -> "0123456789abcdef";
      case '9' -> DIGITS;
      case 'b' -> SMALL + SMALL.toUpperCase(java.util.Locale.ROOT) + DIGITS + "+/";
      default -> throw new IllegalArgumentException("unknown letters: " + hole);
    };
  }
}
