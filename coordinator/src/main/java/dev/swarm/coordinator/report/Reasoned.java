package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.NodeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Nodes that are not complete for one and the same reason, numbers aside. */
record Reasoned(NodeState state, List<Report.Node> nodes) {
  private static final Pattern NUMBERS = Pattern.compile("\\d+");

  /** All that are not complete, by reason, in the order of their first nodes. */
  static List<Reasoned> of(Report report) {
    Map<String, List<Report.Node>> byReason = new LinkedHashMap<>();
    for (Report.Node node : report.nodes()) {
      if (node.state() != NodeState.COMPLETE) {
        byReason.computeIfAbsent(key(node), _ -> new ArrayList<>()).add(node);
      }
    }
    return byReason.values().stream()
        .map(nodes -> new Reasoned(nodes.getFirst().state(), nodes))
        .toList();
  }

  private static String key(Report.Node node) {
    return node.state() + alike(Neighbours.reason(node));
  }

  /** A reason without its numbers: when, how long, which port. */
  static String alike(String reason) {
    return NUMBERS.matcher(reason).replaceAll("#");
  }

  String names(int most) {
    return NodeNames.shortly(nodes.stream().map(Report.Node::node).toList(), most);
  }

  /** The reason, of the first one where numbers differ. */
  String reason() {
    var first = nodes.getFirst();
    var words = Neighbours.reason(first);
    boolean same = nodes.stream().map(Neighbours::reason).allMatch(words::equals);
    return same ? words : words + " (so " + first.node() + "; the others alike)";
  }
}
