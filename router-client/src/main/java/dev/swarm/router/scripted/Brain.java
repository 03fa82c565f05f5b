package dev.swarm.router.scripted;

/** What a router's model says. */
@FunctionalInterface
public interface Brain {

  /**
   * The next turn of the conversation that was sent. An exception becomes a 500.
   *
   * @param asked all that was sent; whoever wants the same answer to the same question looks at
   *     nothing else
   */
  Turn turn(Asked asked);

  /**
   * Whether {@link #turn} may take longer than a millisecond. It runs on a worker thread then, and
   * several at once; otherwise on the server's event loop, one after another.
   */
  default boolean blocks() {
    return true;
  }
}
