package dev.swarm.coordinator.schedule;

import dev.swarm.coordinator.Limit;
import dev.swarm.coordinator.Target;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import java.util.List;
import java.util.Optional;

/**
 * What is audited, and where.
 *
 * @param limit of how many nodes; empty for all
 * @param areas none means those of the configuration
 * @param checks none means all
 */
public record Scope(Target target, Optional<Limit> limit, List<Area> areas, List<CheckId> checks) {
  public Scope {
    areas = List.copyOf(areas);
    checks = List.copyOf(checks);
  }
}
