package dev.swarm.coordinator.notice;

import java.time.Duration;
import java.util.Optional;

/** How an attempt to deliver came out. */
sealed interface Reply {
  /** It was taken. */
  record Taken() implements Reply {}

  /**
   * It may be taken later.
   *
   * @param asked what the destination asks for
   */
  record Later(String reason, Optional<Duration> asked) implements Reply {}

  /** It will not be taken, however often it is sent. */
  record Refused(String reason) implements Reply {}
}
