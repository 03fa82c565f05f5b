package dev.swarm.tools.yaml;

/**
 * A mistake in a file that a person wrote.
 *
 * @param line counted from 1; 0 for the file as a whole
 * @param message what is wrong, what was expected, and how to mend it
 */
public record Problem(String file, int line, int column, String message) {

  /** A mistake of the file as a whole: it cannot be read, or is no YAML. */
  public static Problem of(String file, String message) {
    return new Problem(file, 0, 0, message);
  }

  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
  }
}
