package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.NodeNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What neighbours say of a node, in words. */
final class Neighbours {
  private Neighbours() {}

  /** {@code web-1, web-2 cannot reach 10.0.0.3:5701 (no answer)}; empty if none was asked. */
  static String of(Report.Node node) {
    Map<String, List<Fleet.Neighbour>> alike = new LinkedHashMap<>();
    for (Fleet.Neighbour one : node.neighbours()) {
      alike
          .computeIfAbsent(one.reaches() + one.detail(), _ -> new java.util.ArrayList<>())
          .add(one);
    }
    return alike.values().stream()
        .map(some -> names(some) + " " + says(node, some))
        .collect(Collectors.joining("; "));
  }

  private static String names(List<Fleet.Neighbour> some) {
    return NodeNames.all(some.stream().map(Fleet.Neighbour::node).toList());
  }

  /** What several say alike, without who: {@code cannot reach 10.0.0.3:5701 (no answer)}. */
  static String says(Report.Node node, List<Fleet.Neighbour> alike) {
    var one = alike.getFirst();
    var where = node.address().isEmpty() ? "it" : node.address();
    var reach = one.reaches() ? (alike.size() == 1 ? "reaches " : "reach ") : "cannot reach ";
    return reach + where + (one.detail().isBlank() ? "" : " (" + one.detail() + ")");
  }

  /** Why a node is not complete, and what its neighbours say. */
  static String reason(Report.Node node) {
    var said = of(node);
    return said.isEmpty() ? node.reason() : node.reason() + "; " + said;
  }
}
