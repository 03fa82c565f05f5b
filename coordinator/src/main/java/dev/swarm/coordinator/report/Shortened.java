package dev.swarm.coordinator.report;

import java.util.Locale;

/** Text of a node, as much of it as a report has room for. */
final class Shortened {
  private static final int MOST = 300;

  private Shortened() {}

  /** {@code text}, or its beginning and how much more there is. */
  static String of(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    int cut = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
    var rest = String.format(Locale.ROOT, "%,d", text.length() - cut);
    return text.substring(0, cut) + "… and " + rest + " more characters";
  }
}
