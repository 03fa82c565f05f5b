package dev.swarm.tools.text;

import java.util.Arrays;

/**
 * A text as a rule reads it, and where each of its characters stands in the original: the original
 * itself, or the original without what hides inside it.
 */
final class View {
  private final String text;
  private final int[] origin;

  private View(String text, int[] origin) {
    this.text = text;
    this.origin = origin;
  }

  static View raw(String text) {
    return new View(text, new int[0]);
  }

  /**
   * @param origin for each character of the text its index in the original, ascending
   */
  static View of(String text, int[] origin) {
    return new View(text, Arrays.copyOf(origin, text.length()));
  }

  String text() {
    return text;
  }

  /** The index in the original. */
  int origin(int at) {
    return origin.length == 0 ? at : origin[at];
  }

  /** The stretch in the original, with whatever hides inside it. */
  Span original(Span span) {
    return new Span(origin(span.start()), origin(span.end() - 1) + 1, span.rank(), span.rule());
  }

  /** Whether a token can begin here: no letter, digit or underscore is glued to it. */
  boolean tokenMayBegin(int at) {
    return at == 0 || origin(at) - origin(at - 1) > 1 || Boundary.before(text, at);
  }
}
