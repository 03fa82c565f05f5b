package dev.swarm.tools.host;

import java.time.Duration;

/** How a command ended. */
public sealed interface CommandResult {

  /** It ran to its end by itself. */
  record Exited(int exit, Output stdout, Output stderr, Duration took) implements CommandResult {}

  /** It was started and did not end well: timed out, signalled or cancelled; output so far. */
  record Broken(Failure why, String detail, Output stdout, Output stderr, Duration took)
      implements CommandResult {}

  /** It was never started. */
  record NotStarted(Failure why, String detail) implements CommandResult {}
}
