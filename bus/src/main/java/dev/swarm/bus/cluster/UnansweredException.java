package dev.swarm.bus.cluster;

/**
 * The cluster was there and its bus was not to be had in time: nothing of ours has to be mended.
 */
public final class UnansweredException extends ClusterException {
  private static final long serialVersionUID = 1L;

  public UnansweredException(String message, Throwable cause) {
    super(message, cause);
  }
}
