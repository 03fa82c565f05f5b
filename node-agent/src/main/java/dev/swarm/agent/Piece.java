package dev.swarm.agent;

import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;

/** One attempt at a subtask of one run: what is worked at most once. */
record Piece(RunId run, Attempt attempt) {
  static Piece of(Order order) {
    return new Piece(order.run(), order.attempt());
  }

  static Piece of(RunId run, Outcome outcome) {
    return new Piece(run, new Attempt(outcome.subtask(), outcome.attempt()));
  }
}
