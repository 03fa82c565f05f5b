package dev.swarm.tools.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One argument that a tool takes.
 *
 * @param fallback its value where none is given; empty with {@code required} false leaves the
 *     arguments that name it out
 * @param choices the only values of a choice
 * @param least of an integer, or of a duration in seconds
 * @param most of an integer, or of a duration in seconds
 */
public record Parameter(
    String name,
    Type type,
    String description,
    boolean required,
    Optional<String> fallback,
    List<String> choices,
    Optional<Long> least,
    Optional<Long> most) {
  public Parameter {
    choices = List.copyOf(choices);
  }

  /** The grammars of argument values; see docs/tools-and-checks.md. */
  public enum Type {
    PATH,
    NAME,
    UNIT,
    HOST,
    ENDPOINT,
    INTEGER,
    DURATION,
    PATTERN,
    CHOICE
  }
}
