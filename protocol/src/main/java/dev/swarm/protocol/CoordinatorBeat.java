package dev.swarm.protocol;

import java.util.List;

/**
 * A coordinator is alive; published every second by each.
 *
 * @param stands whether it stays: it can follow a run and take it over
 * @param heard sessions of the coordinators that it hears
 * @param leading the runs that it leads and that are open
 */
public record CoordinatorBeat(
    String session,
    String coordinator,
    String version,
    int protocolVersion,
    long number,
    boolean stands,
    List<String> heard,
    List<Leading> leading) {
  public CoordinatorBeat {
    Text.require(session, "session");
    Text.require(coordinator, "coordinator");
    heard = List.copyOf(heard);
    leading = List.copyOf(leading);
  }

  /** A run, and in which term it is led. */
  public record Leading(RunId run, long epoch) {}
}
