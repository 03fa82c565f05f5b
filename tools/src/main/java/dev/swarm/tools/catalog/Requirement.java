package dev.swarm.tools.catalog;

/**
 * What must be there before a form can run.
 *
 * @param value program name, path, or {@code root}
 * @param reason what to say where it is not met
 * @param absentMeansNotApplicable without it the thing does not exist here
 */
public record Requirement(
    Kind kind, String value, String reason, boolean absentMeansNotApplicable) {

  /** What is required. */
  public enum Kind {
    BINARY,
    FILE,
    DIRECTORY,
    PRIVILEGE
  }
}
