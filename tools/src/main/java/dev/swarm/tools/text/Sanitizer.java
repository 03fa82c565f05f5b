package dev.swarm.tools.text;

/**
 * Makes text safe to leave the node: redacts secrets as {@code ‹redacted:RULE›}, then writes control
 * characters, ANSI sequences, bidi and invisible code points visibly. Line count never changes.
 */
public final class Sanitizer {
  public SafeText clean(String raw) {
    return new SafeText(Visible.of(Redaction.of(raw)));
  }
}
