package dev.swarm.protocol;

/** The rules for names that cross the bus. */
final class Text {
  private Text() {}

  /** Refuses what is blank, or longer than any id or name has a right to be. */
  static void require(String value, String what) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a " + what + " is never blank");
    }
    if (value.length() > 512) {
      throw new IllegalArgumentException("a " + what + " has at most 512 characters");
    }
  }
}
