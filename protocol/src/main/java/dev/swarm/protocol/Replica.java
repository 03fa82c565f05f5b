package dev.swarm.protocol;

import java.util.List;

/**
 * Events of a run for the store of the coordinator that stands by, in order, without gaps.
 *
 * @param epoch in which the sender leads the run; 0 if it only asks how far the other one is
 * @param events none to ask how far the other one is
 */
public record Replica(RunId run, long epoch, List<Recorded> events) {
  public Replica {
    events = List.copyOf(events);
  }
}
