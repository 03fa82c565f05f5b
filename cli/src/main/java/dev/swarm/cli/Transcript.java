package dev.swarm.cli;

import dev.swarm.protocol.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The events of a run as they come, so that there is a report whatever becomes of the store. */
final class Transcript implements Consumer<Recorded> {
  private final List<Recorded> events = new ArrayList<>();

  @Override
  public synchronized void accept(Recorded recorded) {
    events.add(recorded);
  }

  /** So far, in order. */
  synchronized List<Recorded> events() {
    return List.copyOf(events);
  }
}
