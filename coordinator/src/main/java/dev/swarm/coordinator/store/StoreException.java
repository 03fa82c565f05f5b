package dev.swarm.coordinator.store;

/** The store could not do what it was asked; the message says what, where, and how to mend it. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Trouble trouble;

  StoreException(Trouble trouble, String message) {
    super(message);
    this.trouble = trouble;
  }

  StoreException(Trouble trouble, String message, Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
  }

  /** What kind of trouble it is, so that nobody reads the message to find out. */
  public Trouble trouble() {
    return trouble;
  }

  /** The kinds of trouble with a store. */
  public enum Trouble {
    /** It cannot be opened, read or written: rights, a file system, a library. */
    UNUSABLE,
    /** No space is left. */
    FULL,
    /** Another process held it for too long. */
    BUSY,
    /** What is there is not what was written. */
    DAMAGED,
    /** A newer swarm wrote it. */
    NEWER,
    /** There is no such run, or more than one. */
    UNKNOWN_RUN,
    /** Events were appended out of order: a bug of ours. */
    OUT_OF_ORDER
  }
}
