package dev.swarm.bus;

import dev.swarm.protocol.Verb;

/**
 * Decides whether an authentic message may come in: is it meant for us, is it fresh, was it here
 * before? Agents and coordinators each have their own. Called on the thread that the message came
 * on, one message at a time.
 */
public interface Doorkeeper {
  /**
   * Turns away at a glance what can only be stale or a replay, before the seal is checked, which
   * costs a hundred times as much. Remembers nothing, for anybody could have written the envelope.
   *
   * @throws RejectedException if it is not let in
   */
  void glance(Envelope envelope, Verb<?, ?> verb) throws RejectedException;

  /**
   * Decides on a message whose seal holds and whose sender has the right role, and remembers it:
   * the same one does not come in twice.
   *
   * @throws RejectedException if it is not let in
   */
  void admit(Opened message, Verb<?, ?> verb) throws RejectedException;
}
