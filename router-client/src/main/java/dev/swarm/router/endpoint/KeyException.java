package dev.swarm.router.endpoint;

/** A key could not be had; the message is for people, and holds no part of a key. */
public final class KeyException extends Exception {
  public KeyException(String message) {
    super(message);
  }
}
