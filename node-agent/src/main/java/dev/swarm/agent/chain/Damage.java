package dev.swarm.agent.chain;

/**
 * Where a chain is broken, and how it looks; what was done can only be guessed at.
 *
 * @param file its name
 * @param line counted from 1 within the file; 0 where it is not about one line
 */
public record Damage(String file, long line, Kind kind, String detail) {
  /** How it looks. */
  public enum Kind {
    /** The line's bytes are not those that were written. */
    ALTERED,
    /** Lines before it are missing. */
    DROPPED,
    /** A line stands where another belongs. */
    SWAPPED,
    /** The end is missing. */
    TRUNCATED
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ", line " + line : "") + ": " + detail;
  }
}
