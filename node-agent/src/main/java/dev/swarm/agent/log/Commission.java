package dev.swarm.agent.log;

import dev.swarm.agent.Order;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.SubtaskId;

/**
 * For whom something is done.
 *
 * @param coordinator the name on the key that commanded it
 */
public record Commission(String coordinator, RunId run, SubtaskId subtask, int attempt) {
  /** What is done to work {@code order}. */
  public static Commission of(Order order) {
    var offer = order.offer();
    return new Commission(
        order.coordinator(), offer.subtask().run(), offer.subtask().id(), offer.attempt());
  }
}
