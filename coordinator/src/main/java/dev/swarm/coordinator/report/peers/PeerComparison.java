package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.FleetEvent.ClockCompared;
import dev.swarm.protocol.NodeHello;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds every node of a run against its peers. Deterministic. */
public final class PeerComparison {
  /** Whose findings they are. */
  static final String BY = "coordinator";

  private final Judgements judgements = new Judgements();
  private final List<NodeHello> hellos;
  private final Map<String, FactSheet> sheets = new HashMap<>();

  private PeerComparison(List<NodeHello> hellos) {
    this.hellos = hellos;
    hellos.forEach(hello -> sheets.put(hello.node(), FactSheet.of(hello)));
  }

  /**
   * What came of it: every node with every one of {@link FleetChecks#ALL}.
   *
   * @param peers every node of the run once
   * @param clocks of some of them, at most one each
   */
  public static Compared of(List<Peer> peers, Collection<ClockCompared> clocks) {
    var hellos = peers.stream().flatMap(peer -> peer.hello().stream()).toList();
    var comparison = new PeerComparison(hellos);
    comparison.circles();
    comparison.platforms();
    comparison.clocks(clocks);
    peers.stream().filter(peer -> peer.hello().isEmpty()).forEach(comparison::unheard);
    return comparison.judgements.all();
  }

  /**
   * By how much the nodes agree that the coordinator's own clock is behind; negative where it is
   * ahead, zero where nothing is beyond doubt.
   */
  public static Duration behind(Collection<ClockCompared> clocks) {
    return clocks.size() < Circle.LEAST
        ? Duration.ZERO
        : new ClockComparison(List.copyOf(clocks), new Judgements()).ours();
  }

  private void circles() {
    for (Circle circle : Circle.of(hellos)) {
      var traits = Trait.of(circle);
      traits.forEach(trait -> new TraitComparison(trait, circle, sheets, judgements).judge());
      if (traits.stream().noneMatch(trait -> trait.check().equals(FleetChecks.CONFIGURATION))) {
        circle
            .judged()
            .forEach(node ->
                judgements.notApplicable(
                    node,
                    FleetChecks.CONFIGURATION,
                    "no node tells a digest of its configuration"));
      }
      new ToolComparison(circle, sheets, judgements).judge();
    }
  }

  /** Only those with the same labels are meant to be alike in what they are. */
  private void platforms() {
    var labelled =
        hellos.stream().collect(Collectors.groupingBy(hello -> new TreeMap<>(hello.labels())));
    labelled.forEach((labels, members) -> {
      var names = members.stream().map(NodeHello::node).collect(Collectors.toSet());
      if (labels.isEmpty()) {
        names.forEach(node ->
            judgements.notApplicable(
                node, FleetChecks.PLATFORM, "no label says which nodes are meant to be alike"));
      } else {
        var circle = new Circle("labels " + labels, members, Set.copyOf(names));
        new TraitComparison(Trait.PLATFORM, circle, sheets, judgements).judge();
      }
    });
  }

  private void clocks(Collection<ClockCompared> clocks) {
    var known = sheets.keySet();
    var told = clocks.stream().filter(clock -> known.contains(clock.node())).toList();
    if (!told.isEmpty()) {
      new ClockComparison(told, judgements).judge();
    }
    var names = told.stream().map(ClockCompared::node).collect(Collectors.toSet());
    known.stream()
        .filter(node -> !names.contains(node))
        .forEach(node -> unread(node, told.isEmpty()));
  }

  private void unread(String node, boolean nobody) {
    if (nobody) {
      judgements.notApplicable(node, FleetChecks.CLOCK, "no clock was compared in this run");
    } else {
      judgements.untold(node, FleetChecks.CLOCK, "its clock was not compared");
    }
  }

  private void unheard(Peer peer) {
    for (CheckId check : FleetChecks.ALL) {
      judgements.notRun(
          peer.node(),
          check,
          Optional.of(peer.unheard())
              .filter(w -> !w.isBlank())
              .orElse("it never introduced itself"));
    }
  }
}
