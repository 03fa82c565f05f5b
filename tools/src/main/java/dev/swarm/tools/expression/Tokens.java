package dev.swarm.tools.expression;

import java.util.List;

/** The tokens still to be read. */
final class Tokens {
  private final List<Token> tokens;
  private int at;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  /** The next token; the end stays. */
  Token take() {
    Token token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  void skip() {
    at++;
  }

  boolean takeSymbol(String symbol) {
    return takeIf(peek() instanceof Token.Symbol(int _, String shown) && shown.equals(symbol));
  }

  boolean takeWord(String word) {
    return takeIf(peek() instanceof Token.Word(int _, String shown) && shown.equals(word));
  }

  void expect(String symbol) {
    if (!takeSymbol(symbol)) {
      throw unexpected("expected " + symbol);
    }
  }

  void expectEnd() {
    if (!(peek() instanceof Token.End)) {
      throw unexpected("expected an operator or the end");
    }
  }

  ExpressionException unexpected(String expected) {
    return new ExpressionException(peek().column(), expected + ", found " + peek().shown());
  }

  private boolean takeIf(boolean here) {
    if (here) {
      at++;
    }
    return here;
  }
}
