package dev.swarm.tools.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The private lines of a PuTTY key file: {@code Private-Lines: N} and N lines of base64 (PuTTY
 * manual, appendix C).
 */
record PuttyKey(String id) implements Rule {
  private static final String COUNT = "[ \\t]*([0-9]{1,3})";

  @Override
  public List<String> words() {
    return List.of("Private-Lines:");
  }

  @Override
  public Found find(Hit hit) {
    return hit.after(COUNT).map(match -> lines(hit, match)).orElse(Found.NOTHING);
  }

  private Found lines(Hit hit, Patterns.Match match) {
    String text = hit.text();
    int count = Integer.parseInt(text.substring(match.secretStart(), match.secretEnd()));
    var spans = new ArrayList<Span>();
    int lineEnd = KeyLines.endOfLine(text, match.end());
    for (int line = 0; line < count && lineEnd < text.length(); line++) {
      int start = lineEnd + 1;
      lineEnd = KeyLines.endOfLine(text, start);
      KeyLines.lastRun(text, start, lineEnd)
          .ifPresent(run -> spans.add(hit.span(run.start(), run.end(), id)));
    }
    return new Found(spans, lineEnd);
  }
}
