package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;
import dev.swarm.router.chat.Reply;
import java.time.Duration;

/** What one HTTP request at one endpoint gave. */
public sealed interface Attempt {

  /**
   * A whole reply.
   *
   * @param took from the start of the attempt until the reply was whole, a connection that had to
   *     be made included
   */
  record Good(Reply reply, Duration took) implements Attempt {}

  /**
   * None.
   *
   * @param body the first 4000 characters of what the server sent, to learn from; empty where there
   *     was nothing
   */
  record Bad(Trouble trouble, String body) implements Attempt {}
}
