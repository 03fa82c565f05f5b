package dev.swarm.agent.investigation;

import dev.swarm.protocol.Thinking;
import java.util.Optional;

/**
 * What decides the next step of an investigation: the playbook, or a model behind a router. May
 * block; called on the investigation's own virtual thread, one call at a time.
 */
public interface Mind {

  /** {@code playbook}, or the name of the model that made the last move; stands beside claims. */
  String name();

  Move next(Conversation conversation);

  /** What models brought to it so far, claims not counted; empty for a mind that asks none. */
  default Optional<Thinking> thinking() {
    return Optional.empty();
  }

  /**
   * Whether all that the area must have is done, and what is done now comes on top: then coverage
   * is settled, and whatever breaks costs none of it.
   */
  default boolean onTop() {
    return false;
  }
}
