package dev.swarm.tools.expression;

/** The functions over the rows of a group, by the name they are written with in lower case. */
enum Aggregation {
  COUNT,
  SUM,
  LEAST,
  MOST,
  DISTINCT
}
