package dev.swarm.tools.text;

/**
 * Makes text safe to leave the node: redacts secrets as {@code ‹redacted:RULE›}, then writes
 * control characters, ANSI sequences, bidi and invisible code points visibly. Line count never
 * changes, and what is clean stays as it is. Time is linear in the text. Any thread; what it
 * compiles it compiles once in a process.
 */
public final class Sanitizer {
  /** More rounds than any text was seen to need: the second finds nothing new. */
  private static final int ROUNDS = 8;

  private static final Redaction REDACTION = new Redaction(Rules.all());

  /** The text as it may be hashed, cited, logged and sent. */
  public SafeText clean(String raw) {
    String text = raw;
    for (int round = 0; round < ROUNDS; round++) {
      String cleaned = Visible.of(REDACTION.of(text));
      if (cleaned.equals(text)) {
        return new SafeText(text);
      }
      text = cleaned;
    }
    return new SafeText(text);
  }
}
