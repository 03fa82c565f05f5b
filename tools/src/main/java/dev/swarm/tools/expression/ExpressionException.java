package dev.swarm.tools.expression;

/** An expression that cannot be read. */
public final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int column;

  ExpressionException(int column, String message) {
    super(message);
    this.column = column;
  }

  /** What was expected, and where in the expression. */
  @Override
  public String getMessage() {
    return super.getMessage() + " (column " + column + " of the expression)";
  }

  /** Where in the text, counted from 1. */
  public int column() {
    return column;
  }
}
