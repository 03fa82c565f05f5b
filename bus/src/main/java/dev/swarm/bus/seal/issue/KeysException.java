package dev.swarm.bus.seal.issue;

/** What somebody asked of the keys folder cannot be done; the message says why and what to do. */
public final class KeysException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeysException(String message) {
    super(message);
  }
}
