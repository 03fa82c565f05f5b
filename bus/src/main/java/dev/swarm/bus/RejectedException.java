package dev.swarm.bus;

import dev.swarm.protocol.Rejection;

/** A message was turned away at the door. */
public final class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Rejection why;

  public RejectedException(Rejection why, String detail) {
    super(detail);
    this.why = why;
  }

  public Rejection why() {
    return why;
  }
}
