package dev.swarm.tools.expression;

/** The functions of one row's values, by the name they are written with in lower case. */
enum Function {
  MIN(2),
  MAX(2),
  ABS(1),
  BIT(2),
  AGE(1),
  LOWER(1),
  UPPER(1),
  LENGTH(1),
  SHAPE(1),
  NEWER(2),
  FIRST(2);

  private final int arguments;

  Function(int arguments) {
    this.arguments = arguments;
  }

  int arguments() {
    return arguments;
  }
}
