package dev.swarm.coordinator.http;

/** What somebody sent, as it may stand in a message. */
final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  static String of(String text) {
    var clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
  }
}
