package dev.swarm.tools.rows;

/** The units of numbers; each is the base unit of its kind. */
public enum Unit {
  NONE,
  BYTES,
  PERCENT,
  SECONDS,
  CELSIUS
}
