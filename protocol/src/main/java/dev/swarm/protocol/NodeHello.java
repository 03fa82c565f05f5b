package dev.swarm.protocol;

import java.util.List;
import java.util.Map;

/**
 * A node introduces itself.
 *
 * @param instance new with each start of the agent
 * @param version of swarm on the node
 * @param protocolVersion of this package; see {@link Wire#VERSION}
 * @param platform {@code linux} or {@code macos}
 * @param sandbox what contains the tools: {@code bubblewrap 0.8.0}, or why nothing does
 * @param capacity subtasks worked at once
 */
public record NodeHello(
    String node,
    String instance,
    String version,
    int protocolVersion,
    String platform,
    boolean root,
    String sandbox,
    List<Capability> tools,
    Map<String, String> labels,
    int capacity) {
  public NodeHello {
    Text.require(node, "node");
    tools = List.copyOf(tools);
    labels = Map.copyOf(labels);
  }

  /** A tool of the node; {@code missing} says why it cannot run there, empty if it can. */
  public record Capability(String tool, String missing) {}
}
