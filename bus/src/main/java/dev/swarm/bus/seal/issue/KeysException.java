package dev.swarm.bus.seal.issue;

/** What somebody asked of the keys folder cannot be done; the message says why and what to do. */
public final class KeysException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was typed may be in the message: it stays one line. */
  KeysException(String message) {
    super(message.replaceAll("\\p{Cntrl}", "?"));
  }
}
