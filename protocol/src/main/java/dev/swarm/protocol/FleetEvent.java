package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to the fleet, or to those who lead a run, while it went on. */
public sealed interface FleetEvent extends Event {
  /**
   * On what terms a run was asked, so that whoever takes it over goes on with the same; second in
   * the run. A run of one machine has {@link LocalTermsSet}, or none.
   *
   * @param open whether nodes that come later have their share too
   * @param labels what a node has to bear to be meant; empty where nodes are named, or all are
   *     meant
   * @param limit of how many nodes, as asked: {@code 5} or {@code 10%}; empty for all
   * @param budget of each subtask
   * @param deadline of the whole run, from its first event
   * @param known every check there is, where all are asked for
   */
  record TermsSet(
      boolean open,
      Map<String, String> labels,
      String limit,
      Budget budget,
      Duration deadline,
      List<CheckId> known,
      @JacksonInject(value = Wire.NO_ENTRIES, useInput = OptBoolean.TRUE)
          Map<String, List<CheckId>> byPlatform,
      @JsonInclude(JsonInclude.Include.NON_ABSENT)
          @JacksonInject(value = Wire.NO_WORDS, useInput = OptBoolean.TRUE)
          Optional<String> question)
      implements FleetEvent {
    public TermsSet {
      labels = Map.copyOf(labels);
      known = List.copyOf(known);
      byPlatform = Map.copyOf(byPlatform);
    }
  }

  /**
   * On what terms a coordinator that stays, of one machine alone, was asked, so that it goes on
   * with the same when it is started again; second in the run.
   *
   * @param budget of each subtask
   * @param deadline of the whole run, from its first event
   * @param known every check there is, where all are asked for
   */
  record LocalTermsSet(
      Budget budget, Duration deadline, List<CheckId> known, Optional<String> question)
      implements FleetEvent {
    public LocalTermsSet {
      known = List.copyOf(known);
    }
  }

  /**
   * Only some of the nodes that match are asked, chosen by lot from the run's name.
   *
   * @param limit as asked
   * @param matching how many there were to choose from
   * @param nodes the chosen ones
   */
  record LimitChosen(String limit, int matching, List<String> nodes) implements FleetEvent {
    public LimitChosen {
      nodes = List.copyOf(nodes);
    }
  }

  /** A node has not been heard for too long, and does not answer. */
  record NodeSuspected(String node, String reason) implements FleetEvent {}

  /** A suspected or lost node is heard again. */
  record NodeReturned(String node) implements FleetEvent {}

  /** A node is given up: what it has of the run ends without a result. */
  record NodeLost(String node, String reason) implements FleetEvent {}

  /** A neighbour was asked whether it reaches a node that has gone dark. */
  record NeighbourAsked(String node, String peer, boolean open, String detail)
      implements FleetEvent {}

  /**
   * A node's wall clock beside ours, once per node and run.
   *
   * @param offset the node's minus ours
   * @param uncertainty half of the time that asking took: the true offset is within
   */
  record ClockCompared(String node, Duration offset, Duration uncertainty) implements FleetEvent {}

  /** A member of the cluster showed no valid claim to be one of ours. */
  record StrangerSeen(String address, String by) implements FleetEvent {}

  /**
   * A node turned a command of ours away.
   *
   * @param verb the id of the {@link Verb}
   */
  record CommandRefused(String node, String verb, String reason) implements FleetEvent {}

  /** From here on every outcome is kept by this coordinator too before it is acknowledged. */
  record StandbyJoined(String session, String coordinator) implements FleetEvent {}

  /** From here on nobody stands by, until the next one joins. */
  record StandbyLost(String session, String coordinator) implements FleetEvent {}

  /**
   * Another coordinator leads from here on.
   *
   * @param epoch its term, higher than any before
   * @param by the coordinator that leads now
   * @param from the one that led before
   */
  record TookOver(long epoch, String by, String from) implements FleetEvent {
    public TookOver {
      if (epoch < 1) {
        throw new IllegalArgumentException("epochs count from 1");
      }
    }
  }
}
