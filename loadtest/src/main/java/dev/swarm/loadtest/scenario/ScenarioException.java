package dev.swarm.loadtest.scenario;

import java.util.List;

/** A scenario that cannot be run as it is written. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problems all of them, each with where it was written
   */
  public ScenarioException(List<String> problems) {
    super("could not use the scenario:\n  " + String.join("\n  ", problems));
  }
}
