package dev.swarm.tools.text;

import java.util.List;

/**
 * A token that is known by a word in its midst: {@code least} to {@code most} characters of {@code
 * lead} stand before the word, and nothing is glued before those.
 *
 * @param lead the characters that may lead, each once
 */
record Led(String id, List<String> words, String lead, int least, int most, String expression)
    implements Rule {
  static final String HEX = "0123456789abcdef";
  static final String DIGITS = "0123456789";
  static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + DIGITS;

  Led {
    words = List.copyOf(words);
  }

  @Override
  public Found find(Hit hit) {
    int start = hit.start();
    while (start > 0
        && hit.start() - start < most
        && lead.indexOf(hit.text().charAt(start - 1)) >= 0) {
      start--;
    }
    int begin = start;
    if (hit.start() - begin < least || !hit.isExactly(words) || !hit.view().tokenMayBegin(begin)) {
      return Found.NOTHING;
    }
    return hit.after(expression)
        .map(match -> Found.one(hit.span(begin, match.secretEnd(), id)))
        .orElse(Found.NOTHING);
  }

  @Override
  public boolean standsAlone() {
    return true;
  }
}
