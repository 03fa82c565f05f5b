package dev.swarm.cli;

/** Something that the user has to mend; the message says what, where and how. Exit code 2. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
