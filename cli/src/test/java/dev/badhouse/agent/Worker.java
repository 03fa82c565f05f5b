package dev.badhouse.agent;

import dev.badhouse.cli.Entry;
import dev.badhouse.coordinator.Planner;

/** Imports a coordinator, and points back to the command. */
public interface Worker {
  Planner planner();

  Entry entry();
}
