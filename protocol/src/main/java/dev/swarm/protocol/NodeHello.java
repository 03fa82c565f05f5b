package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
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
 * @param address of its cluster member, as {@code host:port}; empty where there is no cluster
 * @param facts what can be compared between peers, such as {@code kernel}, {@code os} and the
 *     digests of its checks and configuration; empty in runs of before
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
    int capacity,
    @JacksonInject(value = Wire.NO_TEXT, useInput = OptBoolean.TRUE) String address,
    @JacksonInject(value = Wire.NO_ENTRIES, useInput = OptBoolean.TRUE) Map<String, String> facts) {
  /** Of a node that is in no cluster. */
  public NodeHello(
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
    this(
        node,
        instance,
        version,
        protocolVersion,
        platform,
        root,
        sandbox,
        tools,
        labels,
        capacity,
        "",
        Map.of());
  }

  public NodeHello {
    Text.require(node, "node");
    facts = Map.copyOf(facts);
    tools = List.copyOf(tools);
    labels = Map.copyOf(labels);
  }

  /** A tool of the node; {@code missing} says why it cannot run there, empty if it can. */
  public record Capability(String tool, String missing) {}
}
