package dev.swarm.agent.ledger;

import dev.swarm.protocol.Outcome;
import java.time.Instant;

/**
 * An outcome that waits for its run to be closed.
 *
 * @param receipted whether whoever leads the run has it
 */
public record Kept(Outcome outcome, Instant at, boolean receipted) {
  Kept done() {
    return new Kept(outcome, at, true);
  }
}
