package dev.swarm.coordinator.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to the fleet, and to those who led the run, while it went on.
 *
 * @param limit where only some of the nodes that match were asked; else empty
 * @param strangers members of the cluster that showed no valid claim
 * @param refused commands of ours that nodes turned away
 * @param standbys coordinators that kept every outcome too, in the order in which they came
 * @param takeOvers changes of the coordinator that leads, in their order
 * @param clockBehindMillis by how much the nodes agree that the coordinator's clock is behind;
 *     negative where it is ahead, zero where nothing is beyond doubt
 * @param clocks every node's clock that was compared
 * @param contradictions where two say opposite things
 */
public record Fleet(
    Optional<Limit> limit,
    List<Stranger> strangers,
    List<Refused> refused,
    List<Standby> standbys,
    List<TakeOver> takeOvers,
    long clockBehindMillis,
    List<Clock> clocks,
    List<Contradiction> contradictions) {
  public Fleet {
    strangers = List.copyOf(strangers);
    refused = List.copyOf(refused);
    standbys = List.copyOf(standbys);
    takeOvers = List.copyOf(takeOvers);
    clocks = List.copyOf(clocks);
    contradictions = List.copyOf(contradictions);
  }

  /**
   * Only some of the nodes that match were asked, chosen by lot.
   *
   * @param limit as asked: {@code 5} or {@code 10%}
   */
  public record Limit(String limit, int matching, int chosen) {}

  /**
   * A member of the cluster that is none of ours.
   *
   * @param seenBy who said so
   */
  public record Stranger(String address, List<String> seenBy) {
    public Stranger {
      seenBy = List.copyOf(seenBy);
    }
  }

  /**
   * A command that nodes turned away.
   *
   * @param command its verb
   */
  public record Refused(String command, String reason, List<String> nodes) {
    public Refused {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * A coordinator that stood by.
   *
   * @param until empty if it did to the end
   */
  public record Standby(String coordinator, Instant from, Optional<Instant> until) {}

  /** Another coordinator led from here on. */
  public record TakeOver(long epoch, String by, String from, Instant at) {}

  /**
   * A node's clock beside the coordinator's: the node's minus ours, and how far that may be off.
   */
  public record Clock(String node, double offsetMillis, double uncertaintyMillis) {}

  /**
   * What a neighbour says of a node that has gone dark.
   *
   * @param reaches whether it can connect to it
   */
  public record Neighbour(String node, boolean reaches, String detail) {}

  /** Two say opposite things of a node; both in their own words. */
  public record Contradiction(
      String node, String one, String oneBy, String other, String otherBy) {}

  /** Whether another coordinator stood by when the run ended. */
  boolean guarded() {
    return standbys.stream().anyMatch(standby -> standby.until().isEmpty());
  }
}
