package dev.swarm.protocol.prose;

/** What a number measures, each in its base unit. */
public enum Dimension {
  NONE,
  BYTES,
  PERCENT,
  SECONDS,
  CELSIUS
}
