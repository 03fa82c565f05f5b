package dev.swarm.coordinator.standby;

import dev.swarm.protocol.RunId;
import java.util.Map;

/**
 * Another coordinator, as it was last heard.
 *
 * @param stands whether it can follow a run and take it over
 * @param hearsUs whether its beat listed our session, which shows that it is not an old one
 * @param leading its runs, each with its epoch
 */
public record Colleague(
    String session, String name, boolean stands, boolean hearsUs, Map<RunId, Long> leading) {
  public Colleague {
    leading = Map.copyOf(leading);
  }
}
