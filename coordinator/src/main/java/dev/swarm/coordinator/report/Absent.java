package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.NodeNames;
import java.util.ArrayList;
import java.util.List;

/** Nodes that brought nothing, or not to the end, for one kind of reason. */
record Absent(NodeState state, List<String> nodes) {
  private static final List<NodeState> WORST_FIRST =
      List.of(NodeState.SILENT, NodeState.LOST, NodeState.INCOMPATIBLE, NodeState.REFUSING);
  private static final int NAMES = 3;

  static List<Absent> of(Report report) {
    var absent = new ArrayList<Absent>();
    for (NodeState state : WORST_FIRST) {
      var nodes =
          report.nodes().stream()
              .filter(node -> node.state() == state)
              .map(Report.Node::node)
              .toList();
      if (!nodes.isEmpty()) {
        absent.add(new Absent(state, nodes));
      }
    }
    return absent;
  }

  /** {@code db-3 did not answer}. */
  String words() {
    boolean one = nodes.size() == 1;
    var who =
        nodes.size() <= NAMES ? NodeNames.all(nodes) : NodeNames.number(nodes.size()) + " nodes";
    return who
        + switch (state) {
          case SILENT -> " did not answer";
          case LOST -> one ? " was lost" : " were lost";
          case INCOMPATIBLE -> one ? " speaks another protocol" : " speak another protocol";
          case REFUSING -> one ? " refuses" : " refuse";
          case COMPLETE, PARTIAL, FAILED, OPEN -> throw new IllegalStateException("not absent");
        };
  }

  static boolean names(NodeState state) {
    return WORST_FIRST.contains(state);
  }
}
