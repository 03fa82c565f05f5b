package dev.swarm.tools.expression;

import dev.swarm.tools.rows.UnitSuffix;
import dev.swarm.tools.rows.Value;
import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. */
final class Lexer {
  private static final String SINGLE = "=<>+-*/(),";

  private final String text;
  private final int shift;
  private int at;

  /**
   * @param shift how many characters stand before {@code text} where the author wrote it
   */
  Lexer(String text, int shift) {
    this.text = text;
    this.shift = shift;
  }

  /** All tokens, an {@link Token.End} last. */
  List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    blanks();
    while (at < text.length()) {
      tokens.add(next());
      blanks();
    }
    tokens.add(new Token.End(column(at)));
    return tokens;
  }

  private Token next() {
    char letter = text.charAt(at);
    if (isDigit(letter)) {
      return number();
    }
    if (letter == '\'') {
      return quoted();
    }
    return isNameStart(letter) ? word() : symbol(letter);
  }

  private Token number() {
    int start = at;
    digits();
    if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
      at++;
      digits();
    }
    double number = Double.parseDouble(text.substring(start, at));
    int unitStart = at;
    while (at < text.length() && isUnit(text.charAt(at))) {
      at++;
    }
    Value value = measured(number, text.substring(unitStart, at), column(unitStart));
    return new Token.Amount(column(start), text.substring(start, at), value);
  }

  private static Value measured(double number, String unit, int column) {
    var suffix =
        unit.isEmpty()
            ? UnitSuffix.none()
            : UnitSuffix.written(unit)
                .orElseThrow(() ->
                    new ExpressionException(
                        column,
                        "expected a unit (B kB MB GB TB KiB MiB GiB TiB % us ms s min h d),"
                            + " found "
                            + unit));
    return Value.quantity(number * suffix.factor(), suffix.unit())
        .orElseThrow(() -> new ExpressionException(column, "the number is too large"));
  }

  /** A quote within the text is written twice. */
  private Token quoted() {
    int start = at;
    StringBuilder content = new StringBuilder();
    at++;
    while (at < text.length()) {
      char letter = text.charAt(at++);
      if (letter != '\'') {
        content.append(letter);
      } else if (at < text.length() && text.charAt(at) == '\'') {
        content.append('\'');
        at++;
      } else {
        return new Token.Quoted(column(start), content.toString());
      }
    }
    throw new ExpressionException(column(start), "expected a closing ' for this text");
  }

  private Token word() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    return new Token.Word(column(start), text.substring(start, at));
  }

  private Token symbol(char letter) {
    int start = at;
    boolean pair =
        (letter == '!' || letter == '<' || letter == '>')
            && at + 1 < text.length()
            && text.charAt(at + 1) == '=';
    if (!pair && SINGLE.indexOf(letter) < 0) {
      throw new ExpressionException(
          column(at), "expected a name, a number, a 'text' or an operator, found " + letter);
    }
    at += pair ? 2 : 1;
    return new Token.Symbol(column(start), text.substring(start, at));
  }

  private void digits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private int column(int index) {
    return shift + index + 1;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isNameStart(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_';
  }

  private static boolean isNamePart(char letter) {
    return isNameStart(letter) || isDigit(letter);
  }

  private static boolean isUnit(char letter) {
    return isNamePart(letter) || letter == '%' || letter == 'µ' || letter == '°';
  }
}
