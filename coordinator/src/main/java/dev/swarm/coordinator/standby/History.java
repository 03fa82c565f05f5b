package dev.swarm.coordinator.standby;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import io.vertx.core.Future;
import java.util.List;

/** The events of a run that is led here, as far as another store needs them. */
public interface History {
  RunId run();

  long epoch();

  /** The place of the last event. */
  long sequence();

  /** Adds an event. */
  void note(Event event);

  /** The events from place {@code first} to the last one at present, from the store. */
  Future<List<Recorded>> past(long first);
}
