package dev.swarm.loadtest.scenario;

import java.util.Locale;

/** Who decides what a task does. */
public enum Mind {
  /** A model behind the router, a round at a time. */
  MODEL,
  /**
   * Nobody: all commands of a task are known from the beginning, and are run beside one another.
   */
  NONE;

  /** As it stands in a scenario. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
