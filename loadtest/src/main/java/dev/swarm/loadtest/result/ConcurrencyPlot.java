package dev.swarm.loadtest.result;

import dev.swarm.loadtest.result.Result.Load;
import dev.swarm.loadtest.result.Result.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** How many tasks were under way, and how many calls the router worked on, over time. */
final class ConcurrencyPlot {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 260;

  private ConcurrencyPlot() {}

  static String of(Result result) {
    int most = Math.max(result.setting().concurrency(), result.router().workingMost());
    var axes = new Axes(result.wallMillis(), most, 48, 30, WIDTH - 68, HEIGHT - 66);
    var svg = new Svg(WIDTH, HEIGHT, "Tasks and calls of the model under way, over time");
    axes.seconds(svg);
    axes.numbers(svg);
    for (var fault : result.faults()) {
      svg.line("fault", axes.x(fault.atMillis()), axes.top(), axes.x(fault.atMillis()), axes.y(0));
    }
    svg.path("one", steps(axes, tasks(result.spans())));
    if (!result.router().load().isEmpty()) {
      svg.path("two", steps(axes, calls(result.router().load(), result.wallMillis())));
    }
    svg.text("key-one", "start", 48, 18, "— tasks under way");
    svg.text("key-two", "start", 200, 18, "- - calls of the model under way, most in 0.1 s");
    return svg.markup();
  }

  private record Moment(double at, int number) {}

  private static List<Moment> tasks(List<Span> spans) {
    var changes = new TreeMap<Double, Integer>();
    for (var span : spans) {
      changes.merge(span.acceptedMillis(), 1, Integer::sum);
      changes.merge(span.endedMillis(), -1, Integer::sum);
    }
    var moments = new ArrayList<Moment>();
    int now = 0;
    for (var change : changes.entrySet()) {
      now += change.getValue();
      moments.add(new Moment(change.getKey(), now));
    }
    return moments;
  }

  private static List<Moment> calls(List<Load> load, double until) {
    return load.stream()
        .filter(one -> one.atMillis() <= until)
        .map(one -> new Moment(one.atMillis(), one.working()))
        .toList();
  }

  /** From the bottom left, level until the next moment. */
  private static double[] steps(Axes axes, List<Moment> moments) {
    var points = new double[2 + 4 * moments.size()];
    double y = axes.y(0);
    points[0] = axes.x(0);
    points[1] = y;
    int at = 2;
    for (var moment : moments) {
      points[at++] = axes.x(moment.at());
      points[at++] = y;
      y = axes.y(moment.number());
      points[at++] = axes.x(moment.at());
      points[at++] = y;
    }
    return points;
  }
}
