package dev.swarm.protocol;

import java.util.List;

/** The next events of a run, in order; empty if there are none yet. */
public record Followed(RunId run, List<Recorded> events) {
  public Followed {
    events = List.copyOf(events);
  }
}
