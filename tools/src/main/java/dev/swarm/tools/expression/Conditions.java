package dev.swarm.tools.expression;

import dev.swarm.tools.expression.Node.Both;
import dev.swarm.tools.expression.Node.Comparison;
import dev.swarm.tools.expression.Node.Condition;
import dev.swarm.tools.expression.Node.Either;
import dev.swarm.tools.expression.Node.Matching;
import dev.swarm.tools.expression.Node.Not;
import dev.swarm.tools.expression.Node.OneOf;
import dev.swarm.tools.expression.Node.Present;
import dev.swarm.tools.expression.Node.Relation;
import dev.swarm.tools.expression.Node.Term;
import dev.swarm.tools.expression.Node.Wording;
import dev.swarm.tools.rows.FieldType;
import dev.swarm.tools.rows.Value;
import dev.swarm.tools.rows.ValueText;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether a node is true where it stands, in three-valued logic (Kleene's). */
final class Conditions {
  private static final Value UNREADABLE = new Value.Text("");

  private Conditions() {}

  static Truth truth(Node node, Scope scope) {
    return switch (node) {
      case Term term -> Evaluation.value(term, scope).map(Conditions::flag).orElse(Truth.UNKNOWN);
      case Condition condition -> ofCondition(condition, scope);
    };
  }

  /** A value as a condition: what the type {@code flag} would read. */
  static Truth flag(Value value) {
    return ValueText.read(FieldType.FLAG, value.raw()).orElse(UNREADABLE) instanceof Value.Flag flag
        ? Truth.of(flag.set())
        : Truth.UNKNOWN;
  }

  private static Truth ofCondition(Condition condition, Scope scope) {
    return switch (condition) {
      case Both(Node left, Node right) -> both(left, right, scope);
      case Either(Node left, Node right) -> either(left, right, scope);
      case Not(Node of) -> not(truth(of, scope));
      case Present(Node of) -> Truth.of(Evaluation.value(of, scope).isPresent());
      case Comparison comparison -> compared(comparison, scope);
      case OneOf oneOf -> oneOf(oneOf, scope);
      case Matching matching ->
          Evaluation.value(matching.of(), scope)
              .map(it -> Truth.of(matching.pattern().matcher(it.raw()).find()))
              .orElse(Truth.UNKNOWN);
      case Wording wording -> worded(wording, scope);
    };
  }

  private static Truth both(Node left, Node right, Scope scope) {
    Truth first = truth(left, scope);
    if (first == Truth.FALSE) {
      return first;
    }
    Truth second = truth(right, scope);
    return second == Truth.TRUE ? first : second;
  }

  private static Truth either(Node left, Node right, Scope scope) {
    Truth first = truth(left, scope);
    if (first == Truth.TRUE) {
      return first;
    }
    Truth second = truth(right, scope);
    return second == Truth.FALSE ? first : second;
  }

  private static Truth not(Truth truth) {
    return switch (truth) {
      case TRUE -> Truth.FALSE;
      case FALSE -> Truth.TRUE;
      case UNKNOWN -> Truth.UNKNOWN;
    };
  }

  private static Truth compared(Comparison comparison, Scope scope) {
    Optional<Value> left = Evaluation.value(comparison.left(), scope);
    Optional<Value> right = left.isEmpty() ? left : Evaluation.value(comparison.right(), scope);
    return right.isEmpty()
        ? Truth.UNKNOWN
        : related(left.orElseThrow(), comparison.relation(), right.get());
  }

  private static Truth related(Value left, Relation relation, Value right) {
    OptionalInt sign = Comparing.sign(left, right);
    return sign.isEmpty() ? Truth.UNKNOWN : Truth.of(relation.holds(sign.getAsInt()));
  }

  private static Truth oneOf(OneOf node, Scope scope) {
    Optional<Value> value = Evaluation.value(node.of(), scope);
    if (value.isEmpty()) {
      return Truth.UNKNOWN;
    }
    Truth found = Truth.FALSE;
    for (Node choice : node.choices()) {
      Optional<Value> other = Evaluation.value(choice, scope);
      Truth equal =
          other.isEmpty() ? Truth.UNKNOWN : related(value.get(), Relation.EQUAL, other.get());
      if (equal == Truth.TRUE) {
        return equal;
      }
      found = equal == Truth.UNKNOWN ? equal : found;
    }
    return found;
  }

  private static Truth worded(Wording wording, Scope scope) {
    Optional<Value> whole = Evaluation.value(wording.of(), scope);
    Optional<Value> part = whole.isEmpty() ? whole : Evaluation.value(wording.part(), scope);
    if (part.isEmpty()) {
      return Truth.UNKNOWN;
    }
    String text = whole.orElseThrow().raw();
    return Truth.of(
        switch (wording.containment()) {
          case CONTAINS -> text.contains(part.get().raw());
          case STARTS -> text.startsWith(part.get().raw());
          case HAS -> hasWord(text, part.get().raw());
        });
  }

  /** Words end at commas and white space. */
  private static boolean hasWord(String text, String word) {
    int at = word.isEmpty() ? -1 : text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      if ((at == 0 || separates(text.charAt(at - 1)))
          && (end == text.length() || separates(text.charAt(end)))) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }

  private static boolean separates(char letter) {
    return letter == ',' || Character.isWhitespace(letter);
  }
}
