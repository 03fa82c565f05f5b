package dev.swarm.tools.process;

import java.util.Optional;
import java.util.function.LongConsumer;

/** A process that we have started; what it starts itself is not meant. Any thread may call. */
sealed interface Child permits OwnChild, JdkChild {
  long pid();

  /** Whether it has not been seen to end. */
  boolean alive();

  /** Asks it to end. */
  void terminate();

  /** Ends it. */
  void kill();

  /**
   * Hands out its pid unless it has ended. Until the call returns the pid is no other process's, as
   * far as this way of starting programs can tell.
   */
  void ifThere(LongConsumer use);

  /** As the JDK sees it; empty when it has ended. */
  Optional<ProcessHandle> handle();
}
