package dev.swarm.tools.expression;

import dev.swarm.tools.expression.Piece.Words;
import java.util.ArrayList;
import java.util.List;

/** Reads templates. */
final class Filling {
  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private int at;

  private Filling(String text) {
    this.text = text;
  }

  static Template of(String text) {
    return new Filling(text).template();
  }

  private Template template() {
    while (at < text.length()) {
      char letter = text.charAt(at);
      if ((letter == '{' || letter == '}') && text.startsWith(String.valueOf(letter), at + 1)) {
        words.append(letter);
        at += 2;
      } else if (letter == '{') {
        blank();
      } else if (letter == '}') {
        throw new ExpressionException(at + 1, "expected }} for a plain brace");
      } else {
        words.append(letter);
        at++;
      }
    }
    closeWords();
    return new Pieces(text, pieces);
  }

  private void blank() {
    closeWords();
    int start = at + 1;
    int bar = -1;
    boolean quoted = false;
    for (int index = start; index < text.length(); index++) {
      char letter = text.charAt(index);
      quoted ^= letter == '\'';
      if (!quoted && letter == '|' && bar < 0) {
        bar = index;
      }
      if (!quoted && letter == '}') {
        pieces.add(blank(start, bar < 0 ? index : bar, index));
        at = index + 1;
        return;
      }
    }
    throw new ExpressionException(at + 1, "expected } for this brace, or {{ for a plain one");
  }

  private Piece blank(int start, int bar, int end) {
    Expression expression = Parsing.of(text.substring(start, bar), start);
    String form = bar == end ? "" : text.substring(bar + 1, end).strip();
    return new Piece.Blank(
        expression,
        switch (form) {
          case "raw" -> Piece.Form.RAW;
          case "bytes" -> Piece.Form.BYTES;
          case "percent" -> Piece.Form.PERCENT;
          case "seconds" -> Piece.Form.SECONDS;
          default -> shown(form, bar, end);
        });
  }

  private static Piece.Form shown(String form, int bar, int end) {
    if (bar == end) {
      return Piece.Form.SHOWN;
    }
    throw new ExpressionException(
        bar + 2, "expected raw, bytes, percent or seconds, found " + form);
  }

  private void closeWords() {
    if (!words.isEmpty()) {
      pieces.add(new Words(words.toString()));
      words.setLength(0);
    }
  }
}
