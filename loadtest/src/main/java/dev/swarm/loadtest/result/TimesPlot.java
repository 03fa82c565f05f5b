package dev.swarm.loadtest.result;

/** How many tasks had ended after how long: the steeper, the more alike they are. */
final class TimesPlot {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 260;

  private TimesPlot() {}

  static String of(Result result) {
    var times =
        result.spans().stream()
            .mapToDouble(span -> span.endedMillis() - span.offeredMillis())
            .sorted()
            .toArray();
    double most = times.length == 0 ? 1 : times[times.length - 1];
    var axes = new Axes(most, 100, 48, 30, WIDTH - 68, HEIGHT - 66);
    var svg = new Svg(WIDTH, HEIGHT, "Share of tasks that had ended after how long");
    axes.seconds(svg);
    axes.numbers(svg);
    mark(svg, axes, "p50", result.taskMillis().p50());
    mark(svg, axes, "p95", result.taskMillis().p95());
    svg.path("one", points(axes, times));
    svg.text("", "start", 48, 18, "% of the tasks that had ended so long after they were offered");
    return svg.markup();
  }

  private static double[] points(Axes axes, double[] times) {
    var points = new double[2 + 4 * times.length];
    double y = axes.y(0);
    points[0] = axes.x(0);
    points[1] = y;
    for (int i = 0; i < times.length; i++) {
      points[2 + 4 * i] = axes.x(times[i]);
      points[3 + 4 * i] = y;
      y = axes.y(100.0 * (i + 1) / times.length);
      points[4 + 4 * i] = axes.x(times[i]);
      points[5 + 4 * i] = y;
    }
    return points;
  }

  private static void mark(Svg svg, Axes axes, String name, double at) {
    if (at <= axes.mostX()) {
      svg.line("mark", axes.x(at), axes.top(), axes.x(at), axes.y(0));
      svg.text("", "start", axes.x(at) + 3, axes.top() + 12.0, name);
    }
  }
}
