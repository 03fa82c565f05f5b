package dev.swarm.protocol;

/**
 * An outcome on its way home; the node keeps it until it is acknowledged as durable.
 *
 * <p>The reply is a {@link Receipt}, or a failure with one of the codes here. A timeout, or nobody
 * at the address, is no reply: the node delivers again.
 */
public record Delivery(RunId run, String node, long epoch, Outcome outcome) {
  /** The message makes no sense here, and never will: forget it. */
  public static final int NONSENSE = 400;

  /** The subtask has ended without this outcome: forget it. */
  public static final int TOO_LATE = 410;

  /** It could not be made durable: deliver it again later. */
  public static final int NOT_KEPT = 503;
}
