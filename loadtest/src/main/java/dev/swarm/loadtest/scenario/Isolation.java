package dev.swarm.loadtest.scenario;

import java.util.Locale;

/** What separates one agent from the next. */
public enum Isolation {
  /** A JVM each, with a member of the cluster each. */
  PROCESS,
  /** Many to a JVM, which share its member of the cluster. */
  VERTICLE;

  /** As it is written. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
