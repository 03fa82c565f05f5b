package dev.swarm.coordinator.notice;

/** The outbox cannot be used; its message says what is tried and why it failed. */
public final class OutboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutboxException(String what, Exception cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}
