package dev.swarm.coordinator;

/** How long a coordinator stays, and so what it may be to others. */
public enum Tenure {
  /** In one process with its agent: there are no others. */
  LOCAL,
  /** For its own runs, then it leaves: others may stand by for it, it stands by for nobody. */
  PASSING,
  /** It stays: it stands by for others, and goes on with their runs when they are gone. */
  STANDING
}
