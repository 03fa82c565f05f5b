package dev.swarm.coordinator;

/** How long a coordinator stays, and so what it may be to others. */
public enum Tenure {
  /** In one process with its agent, for its own runs, then it leaves: there are no others. */
  LOCAL,
  /**
   * The same, but it stays: it goes on with its own runs that an earlier process of it has left.
   */
  RESIDENT,
  /** For its own runs, then it leaves: others may stand by for it, it stands by for nobody. */
  PASSING,
  /** It stays: it stands by for others, and goes on with their runs when they are gone. */
  STANDING;

  /** Whether there may be other coordinators. */
  boolean amongOthers() {
    return this == PASSING || this == STANDING;
  }

  /** Whether it goes on with what an earlier process has left. */
  boolean stays() {
    return this == RESIDENT || this == STANDING;
  }
}
