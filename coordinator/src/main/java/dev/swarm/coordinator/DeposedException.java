package dev.swarm.coordinator;

import dev.swarm.protocol.RunId;

/** Another coordinator leads the run by now; its outcome is found there. */
public final class DeposedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeposedException(RunId run, String reason) {
    super("could not go on with run " + run + ": " + reason + "; its report is there");
  }
}
