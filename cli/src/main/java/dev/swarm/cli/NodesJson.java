package dev.swarm.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.protocol.NodeHello;
import java.util.List;
import java.util.Map;

/** The nodes of a fleet for programs: every field always there. */
final class NodesJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private NodesJson() {}

  static String of(List<NodeView> nodes, List<HostPort> strangers) {
    var root = MAPPER.createObjectNode();
    var list = root.putArray("nodes");
    nodes.forEach(node -> put(list.addObject(), node));
    var others = root.putArray("strangers");
    strangers.forEach(at -> others.add(at.toString()));
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of nodes is always JSON", e);
    }
  }

  private static void put(ObjectNode json, NodeView node) {
    json.put("node", node.node());
    json.put("state", NodesText.state(node));
    json.put("detail", node.detail());
    hello(json, node);
    json.put("load", node.load());
    json.put("busy", node.busy());
    json.put("capacity", node.capacity());
    var running = json.putArray("running");
    node.running().forEach(attempt -> running.add(attempt.toString()));
    json.put("kept", node.kept());
    var refused = json.putObject("refused");
    node.refused().forEach(refused::put);
    var strangers = json.putArray("strangers");
    node.strangers().forEach(strangers::add);
    json.put("clockSkewMillis", node.clock().map(skew -> skew.toMillis()).orElse(null));
  }

  private static void hello(ObjectNode json, NodeView node) {
    json.put("instance", node.hello().map(NodeHello::instance).orElse(null));
    json.put("version", node.hello().map(NodeHello::version).orElse(null));
    json.put("protocolVersion", node.hello().map(NodeHello::protocolVersion).orElse(null));
    json.put("platform", node.hello().map(NodeHello::platform).orElse(null));
    json.put("root", node.hello().map(NodeHello::root).orElse(null));
    json.put("sandbox", node.hello().map(NodeHello::sandbox).orElse(null));
    json.put("address", node.hello().map(NodeHello::address).orElse(null));
    pairs(json.putObject("labels"), node.hello().map(NodeHello::labels).orElse(Map.of()));
    pairs(json.putObject("facts"), node.hello().map(NodeHello::facts).orElse(Map.of()));
    var tools = json.putArray("tools");
    node.hello().map(NodeHello::tools).orElse(List.of()).stream()
        .forEach(tool -> tools.addObject().put("tool", tool.tool()).put("missing", tool.missing()));
  }

  private static void pairs(ObjectNode json, Map<String, String> pairs) {
    pairs.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(pair -> json.put(pair.getKey(), pair.getValue()));
  }
}
