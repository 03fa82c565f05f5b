package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A node of the fleet.
 *
 * @param stateReason why it is in that state; empty if it is well
 * @param load its load average over a minute, where it is known
 * @param lacking tools that cannot run there
 * @param lastSeen when it was last present, in this process's life
 * @param findings open ones that nobody has accepted
 * @param recent its runs, newest first
 */
public record NodeLine(
    String name,
    String state,
    String stateReason,
    String version,
    int protocol,
    boolean compatible,
    String platform,
    String address,
    Map<String, String> labels,
    int capacity,
    int busy,
    Optional<Double> load,
    List<Work> running,
    List<Lack> lacking,
    Optional<Instant> lastSeen,
    Severities findings,
    List<NodeResult> recent) {
  public NodeLine {
    labels = Map.copyOf(labels);
    running = List.copyOf(running);
    lacking = List.copyOf(lacking);
    recent = List.copyOf(recent);
  }

  /** A subtask that it works. */
  public record Work(String run, String subtask, String area) {
    static Work of(SubtaskId id) {
      var parts = id.value();
      return new Work(
          parts.substring(0, Math.max(0, parts.indexOf('/'))),
          parts,
          parts.substring(parts.lastIndexOf('/') + 1));
    }
  }

  /** A tool that cannot run there, and why. */
  public record Lack(String tool, String reason) {}

  public static NodeLine of(
      NodeView node, Optional<Instant> lastSeen, Severities findings, List<NodeResult> recent) {
    var hello = node.hello();
    return new NodeLine(
        node.node(),
        node.state().name().toLowerCase(Locale.ROOT),
        node.detail(),
        hello.map(NodeHello::version).orElse(""),
        hello.map(NodeHello::protocolVersion).orElse(0),
        hello.filter(said -> said.protocolVersion() == Wire.VERSION).isPresent(),
        hello.map(NodeHello::platform).orElse(""),
        hello.map(NodeHello::address).orElse(""),
        hello.map(NodeHello::labels).orElse(Map.of()),
        node.capacity(),
        node.busy(),
        node.load() < 0 ? Optional.empty() : Optional.of(node.load()),
        node.running().stream().map(attempt -> Work.of(attempt.subtask())).toList(),
        hello.map(NodeLine::lacking).orElse(List.of()),
        lastSeen,
        findings,
        recent);
  }

  private static List<Lack> lacking(NodeHello hello) {
    return hello.tools().stream()
        .filter(tool -> !tool.missing().isEmpty())
        .map(tool -> new Lack(tool.tool(), tool.missing()))
        .toList();
  }
}
