package dev.swarm.tools.expression;

import com.google.re2j.Pattern;
import dev.swarm.tools.rows.Value;
import java.util.List;
import java.util.Optional;

/** A part of a parsed expression: a term has a value, a condition is true, false or unknown. */
sealed interface Node {

  /** What has a value. */
  sealed interface Term extends Node {}

  /** What is true, false or unknown. */
  sealed interface Condition extends Node {}

  record Constant(Optional<Value> value) implements Term {}

  record Name(String name) implements Term {}

  record Negative(Node of) implements Term {}

  record Calculation(Node left, Operation operation, Node right) implements Term {}

  record Call(Function function, List<Node> arguments) implements Term {}

  /** How much a counter grew between the samples, in all or per second. */
  record Growth(String field, boolean perSecond) implements Term {}

  /** Over the rows of the group; a bare {@code count()} is of nothing. */
  record Aggregate(Aggregation aggregation, Optional<Node> of) implements Term {}

  record Both(Node left, Node right) implements Condition {}

  record Either(Node left, Node right) implements Condition {}

  record Not(Node of) implements Condition {}

  record Comparison(Node left, Relation relation, Node right) implements Condition {}

  record OneOf(Node of, List<Node> choices) implements Condition {}

  record Matching(Node of, Pattern pattern) implements Condition {}

  record Wording(Node of, Containment containment, Node part) implements Condition {}

  record Present(Node of) implements Condition {}

  /** {@code + - * /}. */
  enum Operation {
    PLUS,
    MINUS,
    TIMES,
    OVER
  }

  /** {@code = != < <= > >=}. */
  enum Relation {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST;

    /** Whether it holds, given the sign of left compared with right. */
    boolean holds(int sign) {
      return switch (this) {
        case EQUAL -> sign == 0;
        case UNEQUAL -> sign != 0;
        case LESS -> sign < 0;
        case AT_MOST -> sign <= 0;
        case MORE -> sign > 0;
        case AT_LEAST -> sign >= 0;
      };
    }
  }

  /** How a text may hold another. */
  enum Containment {
    CONTAINS,
    STARTS,
    HAS
  }
}
