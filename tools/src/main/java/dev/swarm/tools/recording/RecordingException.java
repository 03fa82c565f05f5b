package dev.swarm.tools.recording;

/** A recording that cannot be read or written; the message says what, where and how to mend it. */
public final class RecordingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordingException(String message) {
    super(message);
  }

  RecordingException(String message, Throwable cause) {
    super(message, cause);
  }
}
