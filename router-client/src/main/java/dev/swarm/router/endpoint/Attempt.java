package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;
import dev.swarm.router.chat.Reply;
import java.time.Duration;

/** What one request over the wire gave. */
public sealed interface Attempt {

  /**
   * A whole reply.
   *
   * @param took from the first byte sent until it was whole
   */
  record Good(Reply reply, Duration took) implements Attempt {}

  /**
   * None.
   *
   * @param body how the refusal began, as the server wrote it: what it teaches is in there
   */
  record Bad(Trouble trouble, String body) implements Attempt {}
}
