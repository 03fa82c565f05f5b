package dev.swarm.loadtest.result;

import dev.swarm.loadtest.result.Result.Node;
import dev.swarm.loadtest.result.Result.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Who worked when: a row of lanes for each node, a bar for each task. */
final class GanttPlot {
  /** Of more nodes nobody would read the names. */
  static final int MOST_NODES = 30;

  private static final int WIDTH = 960;
  private static final int LANE = 9;
  private static final int GAP = 8;
  private static final int LEFT = 96;

  private final Result result;

  private GanttPlot(Result result) {
    this.result = result;
  }

  static String of(Result result) {
    return new GanttPlot(result).draw();
  }

  private String draw() {
    var nodes = result.nodes().stream().limit(MOST_NODES).map(Node::node).toList();
    var rows = nodes.stream().map(this::lanes).toList();
    int height = rows.stream().mapToInt(row -> row.size() * LANE + GAP).sum();
    var svg = new Svg(WIDTH, height + 40, "Which node worked on which task, over time");
    var axes = new Axes(result.wallMillis(), 1, LEFT, 8, WIDTH - LEFT - 20, height);
    axes.seconds(svg);
    int y = 8;
    for (int row = 0; row < rows.size(); row++) {
      svg.text("name", "end", LEFT - 8.0, y + 10.0, nodes.get(row));
      for (var lane : rows.get(row)) {
        for (var span : lane) {
          bar(svg, axes, y, span);
        }
        y += LANE;
      }
      y += GAP;
    }
    return svg.markup();
  }

  private static void bar(Svg svg, Axes axes, int y, Span span) {
    double from = axes.x(span.acceptedMillis());
    svg.bar(
        span.succeeded() ? "bar" : "lost",
        from,
        y,
        axes.x(span.endedMillis()) - from - 1,
        LANE - 2,
        String.format(
            Locale.ROOT,
            "%s %s: %d tool calls, %.2f s%s",
            span.node(),
            span.area(),
            span.toolCalls(),
            (span.endedMillis() - span.acceptedMillis()) / 1000,
            span.succeeded() ? "" : ", failed"));
  }

  /** As few lanes as hold a node's tasks side by side; at least an empty one. */
  private List<List<Span>> lanes(String node) {
    var own = new ArrayList<List<Span>>();
    result.spans().stream()
        .filter(span -> span.node().equals(node))
        .sorted(Comparator.comparingDouble(Span::acceptedMillis))
        .forEach(span -> free(own, span).add(span));
    if (own.isEmpty()) {
      own.add(List.of());
    }
    return own;
  }

  private static List<Span> free(List<List<Span>> lanes, Span span) {
    for (var lane : lanes) {
      if (lane.getLast().endedMillis() <= span.acceptedMillis()) {
        return lane;
      }
    }
    var lane = new ArrayList<Span>();
    lanes.add(lane);
    return lane;
  }
}
