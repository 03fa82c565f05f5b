package dev.swarm.agent;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import java.util.function.Consumer;

/** Works one order to its outcome; blocks, and is interrupted to cancel. */
@FunctionalInterface
public interface Investigator {
  /**
   * Works it.
   *
   * @param progress may be called from any thread
   */
  Outcome work(Order order, Consumer<Event> progress);
}
