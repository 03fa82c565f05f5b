package dev.swarm.tools.expression;

import dev.swarm.tools.rows.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads expressions. */
final class Parsing {
  /** Longer than any author needs; bounds the depth of what is built. */
  private static final int LONGEST = 4096;

  private static final int MOST_TOKENS = 1000;

  private Parsing() {}

  static Expression of(String text) {
    return of(text, 0);
  }

  /**
   * @param shift how many characters stand before {@code text} where the author wrote it
   */
  static Expression of(String text, int shift) {
    if (text.length() > LONGEST) {
      throw new ExpressionException(shift + 1, "expected at most " + LONGEST + " characters");
    }
    List<Token> tokens = new Lexer(text, shift).tokens();
    if (tokens.size() > MOST_TOKENS) {
      throw new ExpressionException(
          tokens.get(MOST_TOKENS).column(), "expected at most " + MOST_TOKENS + " words and signs");
    }
    Node root = new Parser(new Tokens(tokens)).whole();
    return new Parsed(text, root, Naming.in(root));
  }

  private record Parsed(String text, Node root, Set<String> names) implements Expression {
    @Override
    public Optional<Value> value(Scope scope) {
      return Evaluation.value(root, scope);
    }

    @Override
    public Truth truth(Scope scope) {
      return Conditions.truth(root, scope);
    }
  }
}
