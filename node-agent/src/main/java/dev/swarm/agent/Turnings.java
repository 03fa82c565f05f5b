package dev.swarm.agent;

import dev.swarm.bus.Turned;
import dev.swarm.protocol.Rejection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts the messages that a door turned away, and passes them on to be logged. Any thread. */
public final class Turnings implements Consumer<Turned> {
  private final Map<Rejection, Integer> counts = new EnumMap<>(Rejection.class);
  private final Consumer<Turned> log;

  public Turnings(Consumer<Turned> log) {
    this.log = log;
  }

  @Override
  public void accept(Turned turned) {
    synchronized (this) {
      counts.merge(turned.why(), 1, Integer::sum);
    }
    log.accept(turned);
  }

  /** How many since the start, by {@link Rejection#id}. */
  public synchronized Map<String, Integer> counts() {
    var byId = new LinkedHashMap<String, Integer>();
    counts.forEach((why, count) -> byId.put(why.id(), count));
    return byId;
  }
}
