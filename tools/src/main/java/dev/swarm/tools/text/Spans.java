package dev.swarm.tools.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found in a text, and the text with it hidden. One thread. */
final class Spans {
  private final List<Span> found = new ArrayList<>();

  void add(Span span) {
    found.add(span);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Overlapping stretches become one, so that no rest of a secret stays between two rules. */
  private List<Span> merged() {
    found.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::rank));
    List<Span> merged = new ArrayList<>();
    for (Span span : found) {
      if (!merged.isEmpty() && merged.getLast().touches(span)) {
        merged.add(merged.removeLast().with(span));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /** The text with a marker in place of each stretch; line ends inside a stretch stay. */
  String hideIn(String text) {
    var out = new StringBuilder(text.length());
    int done = 0;
    for (Span span : merged()) {
      out.append(text, done, span.start());
      hide(text, span, out);
      done = span.end();
    }
    return out.append(text, done, text.length()).toString();
  }

  private static void hide(String text, Span span, StringBuilder out) {
    int from = span.start();
    for (int at = from; at <= span.end(); at++) {
      if (at == span.end() || text.charAt(at) == '\n') {
        if (at > from) {
          out.append('‹').append("redacted:").append(span.rule()).append('›');
        }
        if (at < span.end()) {
          out.append('\n');
        }
        from = at + 1;
      }
    }
  }
}
