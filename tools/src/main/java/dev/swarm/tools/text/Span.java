package dev.swarm.tools.text;

/**
 * A stretch of text to hide, end exclusive, and why.
 *
 * @param rank place of the rule in the table; of two rules that overlap the lower rank gives its
 *     name
 */
record Span(int start, int end, int rank, String rule) {
  Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a stretch of text: " + start + ".." + end);
    }
  }

  boolean touches(Span later) {
    return later.start < end;
  }

  Span with(Span other) {
    Span named = other.rank < rank ? other : this;
    return new Span(Math.min(start, other.start), Math.max(end, other.end), named.rank, named.rule);
  }
}
