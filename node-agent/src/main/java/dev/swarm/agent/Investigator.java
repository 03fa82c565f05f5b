package dev.swarm.agent;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import java.util.function.Consumer;

/** Works one offer to its outcome; blocks, and is interrupted to cancel. */
@FunctionalInterface
public interface Investigator {
  Outcome work(Offer offer, Consumer<Event> progress);
}
