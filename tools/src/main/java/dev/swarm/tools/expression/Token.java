package dev.swarm.tools.expression;

import dev.swarm.tools.rows.Value;

/** A word of an expression, with the column where it begins, counted from 1. */
sealed interface Token {
  int column();

  /** As an error message calls it. */
  String shown();

  record Amount(int column, String shown, Value value) implements Token {}

  record Quoted(int column, String text) implements Token {
    @Override
    public String shown() {
      return "'" + text + "'";
    }
  }

  record Word(int column, String shown) implements Token {}

  record Symbol(int column, String shown) implements Token {}

  record End(int column) implements Token {
    @Override
    public String shown() {
      return "the end";
    }
  }
}
