package dev.swarm.coordinator.life;

/** The rules for what operators write. */
final class Words {
  /** A reason is a sentence or two; what is longer belongs into a ticket. */
  private static final int LONGEST = 500;

  private Words() {}

  static void require(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the " + what + " is never blank");
    }
    limit(text, what);
  }

  static void limit(String text, String what) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("the " + what + " has at most 500 characters");
    }
  }
}
