package dev.swarm.agent;

import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.RunId;

/**
 * A subtask that the node has taken.
 *
 * @param offer with the budget that the node's own policy leaves of it
 * @param coordinator the name on the key that commanded it
 */
public record Order(Offer offer, String coordinator) {
  RunId run() {
    return offer.subtask().run();
  }

  Attempt attempt() {
    return new Attempt(offer.subtask().id(), offer.attempt());
  }
}
