package dev.swarm.router;

import dev.swarm.router.chat.ChatRequest;

/** Something that answers chat requests: one endpoint, or many behind one door. Any thread. */
@FunctionalInterface
public interface Model {

  /**
   * Asks, and blocks until there is an answer; never longer than the errand's deadline.
   *
   * @return what it said, or why nothing could be had; expected troubles are never thrown
   * @throws InterruptedException if the caller was cancelled; the connection is closed then
   */
  Answer ask(ChatRequest request, Errand errand) throws InterruptedException;
}
