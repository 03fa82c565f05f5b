package dev.swarm.tools.recording;

import dev.swarm.tools.host.Failure;
import java.util.Arrays;
import java.util.Optional;

/** What a manifest says in place of an answer. */
enum ErrorCode {
  ABSENT("ENOENT", Failure.ABSENT, "does not exist"),
  DENIED("EACCES", Failure.DENIED, "permission denied"),
  TIMEOUT("timeout", Failure.TIMED_OUT, "no end in time"),
  SIGNAL("signal", Failure.SIGNALLED, "it failed");

  private final String id;
  private final Failure failure;
  private final String words;

  ErrorCode(String id, Failure failure, String words) {
    this.id = id;
    this.failure = failure;
    this.words = words;
  }

  static Optional<ErrorCode> named(String id) {
    return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
  }

  /** The code for {@code failure}; the four stand for all that a host can say. */
  static ErrorCode of(Failure failure) {
    return switch (failure) {
      case ABSENT -> ABSENT;
      case DENIED -> DENIED;
      case TIMED_OUT -> TIMEOUT;
      case SIGNALLED, BROKEN, CANCELLED, UNLISTED -> SIGNAL;
    };
  }

  /** As the manifest writes it. */
  String id() {
    return id;
  }

  Failure failure() {
    return failure;
  }

  /** For people, where the manifest has no detail of its own. */
  String words() {
    return words;
  }
}
