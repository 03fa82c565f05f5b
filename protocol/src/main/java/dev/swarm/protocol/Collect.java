package dev.swarm.protocol;

/**
 * A coordinator takes over a run: from now on what belongs to it goes to {@code session}, commands
 * of lower epochs are refused, and outcomes that are still kept are delivered again.
 */
public record Collect(RunId run, long epoch, String session) {
  public Collect {
    Text.require(session, "session");
  }
}
