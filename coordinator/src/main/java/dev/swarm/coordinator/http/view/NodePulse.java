package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What changes of a node from one moment to the next; names and values are those of its line. */
public record NodePulse(
    String name,
    String state,
    String stateReason,
    String version,
    boolean compatible,
    int capacity,
    int busy,
    Optional<Double> load,
    List<NodeLine.Work> running) {
  public NodePulse {
    running = List.copyOf(running);
  }

  public static NodePulse of(NodeView node) {
    return new NodePulse(
        node.node(),
        node.state().name().toLowerCase(Locale.ROOT),
        node.detail(),
        node.hello().map(NodeHello::version).orElse(""),
        node.hello().filter(said -> said.protocolVersion() == Wire.VERSION).isPresent(),
        node.capacity(),
        node.busy(),
        node.load() < 0 ? Optional.empty() : Optional.of(node.load()),
        node.running().stream().map(attempt -> NodeLine.Work.of(attempt.subtask())).toList());
  }
}
