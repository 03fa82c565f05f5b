package dev.swarm.agent.investigation;

/**
 * What decides the next step of an investigation: the playbook, or a model behind a router. May
 * block; called on the investigation's own virtual thread, one call at a time.
 */
public interface Mind {

  /** {@code playbook}, or the model's name; stands beside what it claims. */
  String name();

  Move next(Conversation conversation);
}
