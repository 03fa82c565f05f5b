package dev.swarm.protocol;

import java.util.List;

/**
 * Subtasks held out to a node, all at once: signing and checking is paid once.
 *
 * @param session of the coordinator that their outcomes go to
 */
public record Offers(String session, List<Offer> offers) {
  public Offers {
    Text.require(session, "session");
    offers = List.copyOf(offers);
    if (offers.isEmpty()) {
      throw new IllegalArgumentException("an offer holds out at least one subtask");
    }
  }
}
