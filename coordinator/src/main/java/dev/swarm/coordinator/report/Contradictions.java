package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.NodeNames;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.NodeHello;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where two say opposite things of a node: both are shown, neither is believed. */
final class Contradictions {
  private static final Comparator<Fleet.Contradiction> ORDER =
      Comparator.comparing(Fleet.Contradiction::node)
          .thenComparing(Fleet.Contradiction::one)
          .thenComparing(Fleet.Contradiction::other);

  private record Place(String node, CheckId check) {}

  private final List<Fleet.Contradiction> all = new ArrayList<>();
  private final FleetTrail fleet;

  private Contradictions(FleetTrail fleet) {
    this.fleet = fleet;
  }

  static List<Fleet.Contradiction> of(
      FleetTrail fleet,
      List<Report.Node> nodes,
      List<Report.Finding> findings,
      List<Report.Cover> coverage) {
    var contradictions = new Contradictions(fleet);
    nodes.forEach(contradictions::reached);
    nodes.forEach(node -> contradictions.named(node.node()));
    contradictions.judged(findings, coverage);
    return contradictions.all.stream().sorted(ORDER).toList();
  }

  /** A node and its neighbours, or two neighbours, or the coordinator and a neighbour. */
  private void reached(Report.Node node) {
    var reaching = node.neighbours().stream().filter(Fleet.Neighbour::reaches).toList();
    var barred = node.neighbours().stream().filter(one -> !one.reaches()).toList();
    if (!reaching.isEmpty() && !barred.isEmpty()) {
      add(node, Neighbours.says(node, reaching), reaching, Neighbours.says(node, barred), barred);
    } else if (!barred.isEmpty() && node.state() == NodeState.COMPLETE) {
      var done = "every subtask of mine completed";
      all.add(
          new Fleet.Contradiction(
              node.node(), done, node.node(), Neighbours.says(node, barred), names(barred)));
    } else if (!reaching.isEmpty() && fleet.lost(node.node())) {
      all.add(
          new Fleet.Contradiction(
              node.node(),
              "it is lost: " + fleet.trouble(node.node()).orElse("not heard"),
              "the coordinator",
              Neighbours.says(node, reaching),
              names(reaching)));
    }
  }

  private void add(
      Report.Node node,
      String one,
      List<Fleet.Neighbour> oneBy,
      String other,
      List<Fleet.Neighbour> otherBy) {
    all.add(new Fleet.Contradiction(node.node(), one, names(oneBy), other, names(otherBy)));
  }

  private static String names(List<Fleet.Neighbour> neighbours) {
    return NodeNames.all(neighbours.stream().map(Fleet.Neighbour::node).toList());
  }

  /** Two agents under one name: the first speaks after the second, or they live elsewhere. */
  private void named(String node) {
    var introductions = fleet.introductions(node);
    for (int at = 1; at < introductions.size(); at++) {
      var before = introductions.get(at - 1);
      var now = introductions.get(at);
      boolean again =
          introductions.subList(0, at - 1).stream()
              .anyMatch(one -> one.instance().equals(now.instance()));
      if (!before.instance().equals(now.instance()) && (again || moved(before, now))) {
        all.add(new Fleet.Contradiction(node, "I am " + node, by(before), "I am " + node, by(now)));
        return;
      }
    }
  }

  private static boolean moved(NodeHello before, NodeHello now) {
    var from = host(before.address());
    var to = host(now.address());
    return !from.isEmpty() && !to.isEmpty() && !from.equals(to);
  }

  private static String host(String address) {
    return address.replaceFirst(":\\d+$", "");
  }

  private static String by(NodeHello hello) {
    var where = hello.address().isEmpty() ? "" : " at " + hello.address();
    return "instance " + hello.instance() + where;
  }

  /** A check that is fine, and a finding of that very check. */
  private void judged(List<Report.Finding> findings, List<Report.Cover> coverage) {
    Map<Place, Report.Cover> fine = new HashMap<>();
    coverage.stream()
        .filter(cover -> cover.state() == CoverageState.OK)
        .forEach(cover -> fine.put(new Place(cover.node(), cover.check()), cover));
    for (Report.Finding finding : findings) {
      for (Report.Occurrence on : finding.nodes()) {
        finding
            .check()
            .flatMap(check -> Optional.ofNullable(fine.get(new Place(on.node(), check))))
            .ifPresent(cover -> judged(on, cover));
      }
    }
  }

  private void judged(Report.Occurrence on, Report.Cover fine) {
    all.add(
        new Fleet.Contradiction(
            on.node(),
            on.title(),
            on.mind(),
            fine.check() + " is ok: " + fine.reason(),
            "the coverage of " + fine.area()));
  }
}
