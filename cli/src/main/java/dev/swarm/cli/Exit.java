package dev.swarm.cli;

/**
 * Exit codes that no report decides; those of a report are {@link
 * dev.swarm.coordinator.report.ExitCode}.
 */
enum Exit {
  /** Done. */
  DONE(0),
  /** Somebody has to mend the command line, the configuration or a place on disk. */
  USAGE(2),
  /** Something could not be looked at. */
  INCOMPLETE(3),
  /** Refused by policy. */
  REFUSED(4),
  /** A model is needed and no router is known, or a coordinator and none is heard. */
  NO_ROUTER(5),
  /** A bug of ours. */
  BUG(70),
  /** Somebody stopped it. */
  INTERRUPTED(130);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  /** The number for the shell. */
  int code() {
    return code;
  }
}
