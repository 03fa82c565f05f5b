package dev.swarm.coordinator;

import dev.swarm.protocol.Outcome;

/** Where a subtask stands; it is in exactly one phase at any time. */
sealed interface Phase {
  /** The last attempt made; 0 before the first offer. */
  int attempt();

  record Queued(int attempt) implements Phase {}

  record Offered(int attempt) implements Phase {}

  record Running(int attempt) implements Phase {}

  /** The end; nothing follows. */
  record Ended(Outcome outcome) implements Phase {
    @Override
    public int attempt() {
      return outcome.attempt();
    }
  }
}
