package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Hashes;
import dev.swarm.protocol.NodeHello;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What a node said of itself in the roll-call, one fact a line, word for word; the output that
 * evidence is cut from.
 */
record FactSheet(String node, List<String> lines, String sha256) {
  private static final CallId CALL = new CallId("r1");

  static FactSheet of(NodeHello hello) {
    var lines = new ArrayList<String>();
    lines.add("node " + hello.node());
    lines.add("version " + hello.version());
    lines.add("protocol " + hello.protocolVersion());
    lines.add("platform " + hello.platform());
    new TreeMap<>(hello.labels())
        .forEach((name, value) -> lines.add("label " + name + "=" + value));
    new TreeMap<>(hello.facts()).forEach((name, value) -> lines.add(name + " " + value));
    for (NodeHello.Capability tool : hello.tools()) {
      lines.add(
          "tool " + tool.tool() + (tool.missing().isEmpty() ? "" : " missing: " + tool.missing()));
    }
    var calm = lines.stream().map(line -> line.replaceAll("\\R", " ")).toList();
    return new FactSheet(hello.node(), calm, Hashes.sha256(String.join("\n", calm) + "\n"));
  }

  /** The line that begins with {@code start}. */
  Evidence line(String start) {
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).startsWith(start + " ")) {
        return new Evidence(
            CALL,
            "roll-call",
            List.of("roll-call", node),
            at + 1,
            at + 1,
            lines.get(at) + "\n",
            sha256);
      }
    }
    throw new IllegalArgumentException("no fact of " + node + " begins with " + start);
  }
}
