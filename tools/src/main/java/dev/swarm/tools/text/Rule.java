package dev.swarm.tools.text;

import java.util.List;

/**
 * What one kind of secret looks like. A rule is asked only where one of its words stands in the
 * text, ASCII case ignored. Rules are values: they hold no state, and any thread may ask them.
 */
sealed interface Rule permits Token, Led, Keyed, OnLine, Assigned, KeyBlock, PuttyKey, Encoded {
  /** Kebab-case; shown in place of the secret; never changes once published. */
  String id();

  List<String> words();

  Found find(Hit hit);

  /** Whether the rule can be trusted on text from which NULs were dropped, lines joined by it. */
  default boolean standsAlone() {
    return false;
  }

  /** What a rule saw: the secrets, and up to where it need not be asked again. */
  record Found(List<Span> spans, int lookedUntil) {
    private static final int LONG = 512;
    static final Found NOTHING = new Found(List.of(), 0);

    public Found {
      spans = List.copyOf(spans);
    }

    /**
     * Nothing here. A long stretch that is no secret is not looked at again from its midst: that
     * would make hostile text quadratic.
     */
    static Found nothing(int from, int end) {
      return end - from > LONG ? new Found(List.of(), end) : NOTHING;
    }

    static Found one(Span span) {
      return new Found(List.of(span), span.end());
    }
  }
}
