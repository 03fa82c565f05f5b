package dev.badhouse.bus;

import dev.badhouse.agent.Worker;

/** Knows who speaks on it. */
public interface Line {
  Worker worker();
}
