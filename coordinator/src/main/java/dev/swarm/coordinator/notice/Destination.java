package dev.swarm.coordinator.notice;

import dev.swarm.protocol.Severity;
import java.util.Set;

/**
 * Who is told of what.
 *
 * @param name unique among destinations; what was told is remembered under it
 * @param atLeast the lowest severity that is told
 */
public record Destination(
    String name, Address address, Form form, Severity atLeast, Set<Happening> events) {
  public Destination {
    events = Set.copyOf(events);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException("expected a short name of letters, digits, . _ or -");
    }
    if (events.isEmpty()) {
      throw new IllegalArgumentException("at least one kind of event is told");
    }
  }
}
