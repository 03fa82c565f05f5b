package dev.swarm.tools.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.swarm.tools.expression.Node.Comparison;
import dev.swarm.tools.expression.Node.Containment;
import dev.swarm.tools.expression.Node.Matching;
import dev.swarm.tools.expression.Node.Not;
import dev.swarm.tools.expression.Node.OneOf;
import dev.swarm.tools.expression.Node.Relation;
import dev.swarm.tools.expression.Node.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what may stand between two sums: {@code <}, {@code in (…)}, {@code matches '…'} … */
final class Comparisons {
  private final Tokens tokens;
  private final Parser parser;

  Comparisons(Tokens tokens, Parser parser) {
    this.tokens = tokens;
    this.parser = parser;
  }

  Node comparison() {
    Node left = parser.sum();
    Optional<Relation> relation = relation();
    if (relation.isPresent()) {
      Node compared = new Comparison(left, relation.get(), parser.sum());
      if (relationHere().isPresent()) {
        throw tokens.unexpected("expected 'and' or 'or' between two comparisons");
      }
      return compared;
    }
    if (tokens.takeWord("not")) {
      return new Not(
          worded(left)
              .orElseThrow(
                  () -> tokens.unexpected("expected in, contains, starts, matches or has")));
    }
    return worded(left).orElse(left);
  }

  private Optional<Relation> relation() {
    Optional<Relation> relation = relationHere();
    if (relation.isPresent()) {
      tokens.skip();
    }
    return relation;
  }

  private Optional<Relation> relationHere() {
    if (!(tokens.peek() instanceof Token.Symbol(int _, String symbol))) {
      return Optional.empty();
    }
    return switch (symbol) {
      case "=" -> Optional.of(Relation.EQUAL);
      case "!=" -> Optional.of(Relation.UNEQUAL);
      case "<" -> Optional.of(Relation.LESS);
      case "<=" -> Optional.of(Relation.AT_MOST);
      case ">" -> Optional.of(Relation.MORE);
      case ">=" -> Optional.of(Relation.AT_LEAST);
      default -> Optional.empty();
    };
  }

  private Optional<Node> worded(Node left) {
    if (tokens.takeWord("in")) {
      return Optional.of(new OneOf(left, choices()));
    }
    if (tokens.takeWord("matches")) {
      return Optional.of(new Matching(left, pattern()));
    }
    return containment().map(containment -> new Wording(left, containment, parser.sum()));
  }

  private Optional<Containment> containment() {
    if (tokens.takeWord("contains")) {
      return Optional.of(Containment.CONTAINS);
    }
    if (tokens.takeWord("starts")) {
      return Optional.of(Containment.STARTS);
    }
    return tokens.takeWord("has") ? Optional.of(Containment.HAS) : Optional.empty();
  }

  private List<Node> choices() {
    tokens.expect("(");
    List<Node> choices = new ArrayList<>();
    do {
      choices.add(parser.sum());
    } while (tokens.takeSymbol(","));
    tokens.expect(")");
    return List.copyOf(choices);
  }

  private Pattern pattern() {
    if (!(tokens.peek() instanceof Token.Quoted(int column, String text))) {
      throw tokens.unexpected("expected a 'pattern'");
    }
    tokens.skip();
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new ExpressionException(column, "expected an RE2 pattern: " + e.getMessage());
    }
  }
}
