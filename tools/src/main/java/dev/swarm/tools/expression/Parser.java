package dev.swarm.tools.expression;

import dev.swarm.tools.expression.Node.Both;
import dev.swarm.tools.expression.Node.Calculation;
import dev.swarm.tools.expression.Node.Constant;
import dev.swarm.tools.expression.Node.Either;
import dev.swarm.tools.expression.Node.Name;
import dev.swarm.tools.expression.Node.Negative;
import dev.swarm.tools.expression.Node.Not;
import dev.swarm.tools.expression.Node.Operation;
import dev.swarm.tools.rows.Value;
import java.util.Optional;

/**
 * Recursive descent, loosest first: {@code or}, {@code and}, {@code not}, comparison, {@code + -},
 * {@code * /}, unary minus.
 */
final class Parser {
  /** Deeper nesting than any author needs; keeps the recursion within every stack. */
  private static final int DEEPEST = 64;

  private final Tokens tokens;
  private final Calls calls;
  private final Comparisons comparisons;
  private int depth;

  Parser(Tokens tokens) {
    this.tokens = tokens;
    this.calls = new Calls(tokens, this);
    this.comparisons = new Comparisons(tokens, this);
  }

  /** The whole text as one expression. */
  Node whole() {
    Node node = expression();
    tokens.expectEnd();
    return node;
  }

  Node expression() {
    deeper();
    Node left = conjunction();
    while (tokens.takeWord("or")) {
      left = new Either(left, conjunction());
    }
    depth--;
    return left;
  }

  private Node conjunction() {
    Node left = negation();
    while (tokens.takeWord("and")) {
      left = new Both(left, negation());
    }
    return left;
  }

  private Node negation() {
    if (!tokens.takeWord("not")) {
      return comparisons.comparison();
    }
    deeper();
    Node of = negation();
    depth--;
    return new Not(of);
  }

  Node sum() {
    Node left = product();
    while (true) {
      if (tokens.takeSymbol("+")) {
        left = new Calculation(left, Operation.PLUS, product());
      } else if (tokens.takeSymbol("-")) {
        left = new Calculation(left, Operation.MINUS, product());
      } else {
        return left;
      }
    }
  }

  private Node product() {
    Node left = signed();
    while (true) {
      if (tokens.takeSymbol("*")) {
        left = new Calculation(left, Operation.TIMES, signed());
      } else if (tokens.takeSymbol("/")) {
        left = new Calculation(left, Operation.OVER, signed());
      } else {
        return left;
      }
    }
  }

  private Node signed() {
    if (!tokens.takeSymbol("-")) {
      return single();
    }
    deeper();
    Node of = signed();
    depth--;
    return new Negative(of);
  }

  private Node single() {
    if (tokens.takeSymbol("(")) {
      Node inner = expression();
      tokens.expect(")");
      return inner;
    }
    return switch (tokens.take()) {
      case Token.Amount amount -> new Constant(Optional.of(amount.value()));
      case Token.Quoted quoted -> new Constant(Optional.of(new Value.Text(quoted.text())));
      case Token.Word word when Words.isReserved(word.shown()) -> throw expected(word);
      case Token.Word word when tokens.takeSymbol("(") -> calls.after(word);
      case Token.Word word -> Words.truth(word.shown()).orElseGet(() -> new Name(word.shown()));
      case Token.Symbol symbol -> throw expected(symbol);
      case Token.End end -> throw expected(end);
    };
  }

  private static ExpressionException expected(Token found) {
    return new ExpressionException(
        found.column(), "expected a name, a number, a 'text' or (, found " + found.shown());
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new ExpressionException(
          tokens.peek().column(), "expected less than " + DEEPEST + " levels of nesting");
    }
  }
}
