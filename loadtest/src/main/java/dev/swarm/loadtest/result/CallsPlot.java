package dev.swarm.loadtest.result;

import dev.swarm.loadtest.result.Result.Node;
import java.util.List;

/** Tool calls of each node. */
final class CallsPlot {
  private static final int WIDTH = 960;
  private static final int ROW = 20;
  private static final int LEFT = 96;

  private CallsPlot() {}

  static String of(Result result) {
    List<Node> nodes = result.nodes().stream().limit(GanttPlot.MOST_NODES).toList();
    int most = nodes.stream().mapToInt(Node::toolCalls).max().orElse(1);
    var svg = new Svg(WIDTH, nodes.size() * ROW + 12, "Tool calls of each node");
    double room = WIDTH - LEFT - 80.0;
    int y = 8;
    for (var node : nodes) {
      double wide = room * node.toolCalls() / Math.max(1, most);
      svg.text("name", "end", LEFT - 8.0, y + 12.0, node.node());
      svg.bar("bar", LEFT, y, wide, ROW - 5, node.toolCalls() + " tool calls");
      svg.text("name", "start", LEFT + wide + 6, y + 12.0, Integer.toString(node.toolCalls()));
      y += ROW;
    }
    return svg.markup();
  }
}
