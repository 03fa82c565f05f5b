package dev.swarm.cli;

import java.nio.file.Path;

/** Where this machine's agent keeps what outlives it. */
final class AgentState {
  private AgentState() {}

  static Path folder(Surroundings here, Settings settings) {
    return here.state(settings).resolve("agent");
  }
}
