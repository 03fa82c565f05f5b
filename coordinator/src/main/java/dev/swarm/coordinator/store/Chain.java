package dev.swarm.coordinator.store;

import dev.swarm.protocol.Hashes;
import dev.swarm.protocol.RunId;

/**
 * Ties each row of a run to the one before: SHA-256 over the hash of the row before, a line feed,
 * and this row's text. The first row is tied to the run's name.
 */
final class Chain {
  private Chain() {}

  static String start(RunId run) {
    return Hashes.sha256(run.value());
  }

  static String next(String previous, String body) {
    return Hashes.sha256(previous + "\n" + body);
  }
}
