package dev.swarm.coordinator.http.view;

import java.time.Instant;
import java.util.List;

/**
 * The fleet at a glance.
 *
 * @param subtasks over the runs under way
 * @param open the runs under way
 * @param findings open ones that nobody has accepted
 * @param position of the newest event in the log: where to follow from
 */
public record FleetView(
    CoordinatorView coordinator,
    NodeSum nodes,
    SubtaskSum subtasks,
    List<RunLine> open,
    Severities findings,
    long position,
    Instant time) {
  public FleetView {
    open = List.copyOf(open);
  }

  /**
   * Who tells this.
   *
   * @param leads the runs that it leads
   * @param standby whether it goes on with runs of others
   */
  public record CoordinatorView(
      String name,
      String version,
      String session,
      List<String> leads,
      boolean standby,
      StoreView store) {}

  /** Nodes by state; expected ones were never heard. */
  public record NodeSum(
      int total,
      int present,
      int leaving,
      int suspected,
      int lost,
      int expected,
      int incompatible,
      int refusing) {}

  /**
   * The store.
   *
   * @param state {@code ready}, {@code full} or {@code damaged}
   * @param reason in words, with what to do; empty if it is ready
   */
  public record StoreView(String state, String reason, long bytes, long runs, long events) {}
}
