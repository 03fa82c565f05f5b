package dev.swarm.tools.host;

/** Why the host could not give what was asked. */
public enum Failure {
  /** ENOENT: the program, file or directory does not exist on this host. */
  ABSENT,
  /** EACCES or EPERM. */
  DENIED,
  /** The host did not answer within the time allowed. */
  TIMED_OUT,
  /** A recording that does not hold what was asked. */
  UNLISTED,
  /** Killed by a signal that was not ours. */
  SIGNALLED,
  /** The run was cancelled. */
  CANCELLED,
  /** Anything else; the detail says what. */
  BROKEN
}
