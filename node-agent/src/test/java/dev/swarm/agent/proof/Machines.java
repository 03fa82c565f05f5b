package dev.swarm.agent.proof;

import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.Output;
import java.time.Duration;

/** Answers of machines that tests need more than once. */
final class Machines {
  private Machines() {}

  /** Output of which something was thrown away. */
  static CommandResult cut(String text) {
    return new CommandResult.Exited(0, new Output(text, 100), Output.EMPTY, Duration.ofMillis(1));
  }
}
