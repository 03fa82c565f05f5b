package dev.swarm.coordinator.notice;

import dev.swarm.protocol.RunId;
import java.time.Instant;

/**
 * A digest that waits to be delivered.
 *
 * @param at end of the run
 * @param body as it is sent
 * @param attempts that failed
 * @param next when it is tried again
 */
record Letter(String destination, RunId run, Instant at, String body, int attempts, Instant next) {
  String id() {
    return destination + "/" + run;
  }

  Letter again(Instant when) {
    return new Letter(destination, run, at, body, attempts + 1, when);
  }
}
