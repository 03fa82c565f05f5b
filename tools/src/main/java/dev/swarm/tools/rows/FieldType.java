package dev.swarm.tools.rows;

/** How the text of a field becomes a value; see docs/tools-and-checks.md. */
public enum FieldType {
  TEXT,
  INTEGER,
  NUMBER,
  BYTES,
  KIBIBYTES,
  PERCENT,
  SECONDS,
  MILLISECONDS,
  CELSIUS,
  INSTANT,
  FLAG
}
