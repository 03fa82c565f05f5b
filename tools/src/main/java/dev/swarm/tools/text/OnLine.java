package dev.swarm.tools.text;

import java.util.List;

/**
 * A secret among a program's arguments: the word names the program, the expression is looked for in
 * the rest of the line, its group 1 is the secret.
 */
record OnLine(String id, List<String> words, String expression) implements Rule {
  OnLine {
    words = List.copyOf(words);
  }

  static OnLine of(String id, String programs, String expression) {
    return new OnLine(id, List.of(programs.split(" ")), "[^\\n]*?" + expression);
  }

  @Override
  public Found find(Hit hit) {
    if (!hit.view().tokenMayBegin(hit.start())) {
      return Found.NOTHING;
    }
    return hit.after(expression)
        .map(match -> found(hit, match))
        .orElseGet(() -> new Found(List.of(), restOfLine(hit)));
  }

  private Found found(Hit hit, Patterns.Match match) {
    if (Ordinary.is(hit.text(), match.secretStart(), match.secretEnd())) {
      return new Found(List.of(), match.secretEnd());
    }
    return Found.one(hit.span(match.secretStart(), match.secretEnd(), id));
  }

  private static int restOfLine(Hit hit) {
    int limit = Math.min(hit.text().length(), hit.end() + Patterns.WINDOW);
    int end = hit.text().indexOf('\n', hit.end(), limit);
    return end < 0 ? limit : end;
  }
}
