package dev.swarm.protocol;

import java.util.List;

/** Events of a run for the store of the coordinator that stands by, in order, without gaps. */
public record Replica(RunId run, long epoch, List<Recorded> events) {
  public Replica {
    events = List.copyOf(events);
  }
}
