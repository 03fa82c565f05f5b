package dev.swarm.coordinator.report;

import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.NodeHello;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What happened to the fleet and to those who led the run, in the order of the events. */
final class FleetTrail {
  private record Command(String verb, String reason) {}

  private final Map<String, List<NodeHello>> introductions = new TreeMap<>();
  private final Map<String, String> troubles = new TreeMap<>();
  private final Set<String> lost = new TreeSet<>();
  private final Map<String, Map<String, Fleet.Neighbour>> neighbours = new TreeMap<>();
  private final Map<String, FleetEvent.ClockCompared> clocks = new TreeMap<>();
  private final Map<String, Set<String>> strangers = new TreeMap<>();
  private final Map<Command, Set<String>> refused = new LinkedHashMap<>();
  private final List<Fleet.TakeOver> takeOvers = new ArrayList<>();
  private final Map<String, Fleet.Standby> standbys = new LinkedHashMap<>();
  private Optional<FleetEvent.TermsSet> terms = Optional.empty();
  private Optional<Fleet.Limit> limit = Optional.empty();

  void enter(FleetEvent event, Instant at) {
    switch (event) {
      case FleetEvent.TermsSet set -> terms = Optional.of(set);
      case FleetEvent.LocalTermsSet _ -> {}
      case FleetEvent.LimitChosen chosen -> limit = Optional.of(limit(chosen));
      case FleetEvent.NodeSuspected suspected -> away(suspected.node(), suspected.reason());
      case FleetEvent.NodeLost gone -> {
        away(gone.node(), gone.reason());
        lost.add(gone.node());
      }
      case FleetEvent.NodeReturned back -> returned(back.node());
      case FleetEvent.NeighbourAsked asked -> asked(asked);
      case FleetEvent.ClockCompared clock -> clocks.putIfAbsent(clock.node(), clock);
      case FleetEvent.StrangerSeen seen ->
          strangers.computeIfAbsent(seen.address(), _ -> new TreeSet<>()).add(seen.by());
      case FleetEvent.CommandRefused no ->
          refused
              .computeIfAbsent(new Command(no.verb(), no.reason()), _ -> new TreeSet<>())
              .add(no.node());
      case FleetEvent.TookOver took ->
          takeOvers.add(new Fleet.TakeOver(took.epoch(), took.by(), took.from(), at));
      case FleetEvent.StandbyJoined one ->
          standbys.put(one.session(), new Fleet.Standby(one.coordinator(), at, Optional.empty()));
      case FleetEvent.StandbyLost gone ->
          standbys.computeIfPresent(gone.session(), (_, one) -> until(one, at));
    }
  }

  /** A node introduced itself, perhaps not for the first time. */
  void joined(NodeHello hello) {
    introductions.computeIfAbsent(hello.node(), _ -> new ArrayList<>()).add(hello);
  }

  private static Fleet.Limit limit(FleetEvent.LimitChosen chosen) {
    return new Fleet.Limit(chosen.limit(), chosen.matching(), chosen.nodes().size());
  }

  private static Fleet.Standby until(Fleet.Standby one, Instant at) {
    return new Fleet.Standby(one.coordinator(), one.from(), Optional.of(at));
  }

  /** What comes back after this may well be a new instance. */
  private void away(String node, String reason) {
    troubles.put(node, reason);
    introductions.computeIfPresent(node, (_, _) -> new ArrayList<>());
  }

  private void returned(String node) {
    troubles.computeIfPresent(node, (_, reason) -> reason + "; it was heard again later");
  }

  private void asked(FleetEvent.NeighbourAsked asked) {
    neighbours
        .computeIfAbsent(asked.node(), _ -> new TreeMap<>())
        .put(asked.peer(), new Fleet.Neighbour(asked.peer(), asked.open(), asked.detail()));
  }

  /** On what terms a fleet was asked; empty for a run of one machine, and for runs of before. */
  Optional<FleetEvent.TermsSet> terms() {
    return terms;
  }

  Collection<FleetEvent.ClockCompared> clocks() {
    return clocks.values();
  }

  /** Why a node was not heard, in the coordinator's words; empty if it always was. */
  Optional<String> trouble(String node) {
    return Optional.ofNullable(troubles.get(node));
  }

  /** Whether the coordinator gave it up. */
  boolean lost(String node) {
    return lost.contains(node);
  }

  List<Fleet.Neighbour> neighbours(String node) {
    return List.copyOf(neighbours.getOrDefault(node, Map.of()).values());
  }

  /** Why it turned a command away; empty if it turned none away. */
  Optional<String> refusal(String node) {
    return refused.entrySet().stream()
        .filter(each -> each.getValue().contains(node))
        .map(each -> each.getKey().verb + ": " + each.getKey().reason)
        .findFirst();
  }

  /** The introductions of a node since it was last missed, in their order. */
  List<NodeHello> introductions(String node) {
    return introductions.getOrDefault(node, List.of());
  }

  /** All of it. */
  Fleet fleet(Duration behind, List<Fleet.Contradiction> contradictions) {
    return new Fleet(
        limit,
        strangers.entrySet().stream()
            .map(each -> new Fleet.Stranger(each.getKey(), List.copyOf(each.getValue())))
            .toList(),
        refused.entrySet().stream().map(FleetTrail::refused).toList(),
        List.copyOf(standbys.values()),
        takeOvers,
        behind.toMillis(),
        clocks.values().stream().map(FleetTrail::clock).toList(),
        contradictions);
  }

  private static Fleet.Refused refused(Map.Entry<Command, Set<String>> each) {
    return new Fleet.Refused(
        each.getKey().verb, each.getKey().reason, List.copyOf(each.getValue()));
  }

  private static Fleet.Clock clock(FleetEvent.ClockCompared clock) {
    return new Fleet.Clock(
        clock.node(), clock.offset().toNanos() / 1e6, clock.uncertainty().toNanos() / 1e6);
  }
}
