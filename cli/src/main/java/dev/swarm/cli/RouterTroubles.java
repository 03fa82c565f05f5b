package dev.swarm.cli;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is wrong with the routers of a run, each once: the same trouble meets every area. Told when
 * the progress is over, before the report.
 */
final class RouterTroubles implements Consumer<Recorded> {
  private final Map<String, String> first = new LinkedHashMap<>();

  @Override
  public synchronized void accept(Recorded recorded) {
    if (recorded.event() instanceof Event.ModelReplied replied && !replied.trouble().isEmpty()) {
      first.putIfAbsent(replied.endpoint() + " " + replied.model(), replied.trouble());
    }
  }

  /** Says them, a line each. */
  synchronized void tell(Surroundings here) {
    first.values().stream().distinct().forEach(here::say);
  }
}
