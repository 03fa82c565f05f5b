package dev.swarm.tools.text;

import java.util.List;

/**
 * A token that its prefix gives away, such as {@code npm_}. Case counts; nothing may be glued
 * before the prefix.
 *
 * @param expression what follows the prefix, as RE2/J
 */
record Token(String id, List<String> words, String expression) implements Rule {
  Token {
    words = List.copyOf(words);
  }

  static Token of(String id, String prefixes, String expression) {
    return new Token(id, List.of(prefixes.split(" ")), expression);
  }

  @Override
  public Found find(Hit hit) {
    if (!hit.isExactly(words) || !hit.view().tokenMayBegin(hit.start())) {
      return Found.NOTHING;
    }
    return hit.after(expression)
        .map(match -> Found.one(hit.span(hit.start(), match.secretEnd(), id)))
        .orElseGet(() -> Found.nothing(hit.end(), ValueEnd.ofRun(hit.text(), hit.end())));
  }

  @Override
  public boolean standsAlone() {
    return true;
  }
}
