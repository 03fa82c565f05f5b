package dev.swarm.tools.attack;

/**
 * A value that must be refused.
 *
 * @param rule the very rule that the refusal must name
 */
record Attack(String value, String rule) {
  /** The value in plain ASCII, for the names of tests. */
  @Override
  public String toString() {
    var shown = new StringBuilder();
    value
        .codePoints()
        .limit(60)
        .forEach(
            c -> shown.append(c > ' ' && c < 0x7F ? Character.toString(c) : "<%X>".formatted(c)));
    return shown + " -> " + rule;
  }
}
