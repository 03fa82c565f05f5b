package dev.swarm.tools.expression;

import java.util.Optional;
import java.util.Set;

/** Text with values in braces: {@code {mount} is {used_percent} full}; {@code {used|raw}} plain. */
public interface Template {

  /**
   * Reads a template.
   *
   * @throws ExpressionException where a brace holds no expression
   */
  static Template parse(String text) {
    return Filling.of(text);
  }

  /** The text with its values; a missing one reads {@code ?}. */
  String fill(Scope scope);

  /**
   * The text as a key: numbers plain, so that two that differ never read the same; empty where a
   * value is missing.
   */
  Optional<String> key(Scope scope);

  /** The names it reads. */
  Set<String> names();
}
