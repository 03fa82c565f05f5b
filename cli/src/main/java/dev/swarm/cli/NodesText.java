package dev.swarm.cli;

import dev.swarm.bus.cluster.HostPort;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.protocol.NodeHello;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The nodes of a fleet for people: a line for each, and what is to be said beneath it. */
final class NodesText {
  /** Clocks that differ by less are not worth a word. */
  private static final Duration SKEW = Duration.ofSeconds(2);

  private NodesText() {}

  static String of(List<NodeView> nodes, List<HostPort> strangers, boolean all) {
    if (nodes.isEmpty()) {
      return strangers(strangers);
    }
    var columns = new Columns();
    columns.row("NODE", "STATE", "VERSION", "LOAD", "BUSY", "TOOLS", "REFUSED", "REMARKS");
    nodes.forEach(node -> columns.row(row(node)));
    var text = new StringBuilder(columns.text());
    if (all) {
      nodes.forEach(node -> text.append(details(node)));
    }
    return shown(text.append(strangers(strangers)).toString());
  }

  private static String[] row(NodeView node) {
    return new String[] {
      node.node(),
      state(node),
      node.hello().map(NodeHello::version).orElse("-"),
      node.load() < 0 ? "-" : String.format(Locale.ROOT, "%.2f", node.load()),
      node.hello().isEmpty() ? "-" : node.busy() + "/" + node.capacity(),
      node.hello().map(NodesText::tools).orElse("-"),
      Integer.toString(refused(node)),
      String.join("; ", remarks(node))
    };
  }

  static String state(NodeView node) {
    return node.state().name().toLowerCase(Locale.ROOT);
  }

  private static String tools(NodeHello hello) {
    long there = hello.tools().stream().filter(tool -> tool.missing().isEmpty()).count();
    return there + "/" + hello.tools().size();
  }

  private static int refused(NodeView node) {
    return node.refused().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<String> remarks(NodeView node) {
    var remarks = new ArrayList<String>();
    if (!node.detail().isEmpty()) {
      remarks.add(node.detail());
    }
    node.clock()
        .filter(skew -> skew.abs().minus(node.uncertainty()).compareTo(SKEW) > 0)
        .ifPresent(skew -> remarks.add("clock skew of " + skew.toSeconds() + " s"));
    if (node.kept() > 0) {
      remarks.add(node.kept() + " outcomes kept");
    }
    return remarks;
  }

  private static String details(NodeView node) {
    var text = new StringBuilder("\n").append(node.node()).append('\n');
    node.hello()
        .ifPresent(hello -> {
          line(text, "at", hello.address());
          line(text, "platform", hello.platform() + (hello.root() ? ", as root" : ", not as root"));
          line(text, "sandbox", hello.sandbox());
          line(text, "labels", pairs(hello.labels()));
          line(text, "facts", pairs(hello.facts()));
        });
    node.running().forEach(attempt -> line(text, "running", attempt.toString()));
    line(text, "refused", pairs(node.refused()));
    line(text, "strangers", String.join(", ", node.strangers()));
    node.hello()
        .ifPresent(hello ->
            hello.tools().stream()
                .filter(tool -> !tool.missing().isEmpty())
                .forEach(tool -> line(text, "lacks", tool.tool() + ": " + tool.missing())));
    return text.toString();
  }

  private static void line(StringBuilder text, String what, String value) {
    if (!value.isEmpty()) {
      text.append("  ").append(what).append(": ").append(value).append('\n');
    }
  }

  private static String pairs(Map<String, ?> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String strangers(List<HostPort> strangers) {
    return strangers.stream()
        .map(at -> "stranger: " + at + " is in the cluster and shows no key of this fleet\n")
        .collect(Collectors.joining());
  }

  /** What nodes say of themselves moves no cursor. */
  private static String shown(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n]]", "?");
  }
}
