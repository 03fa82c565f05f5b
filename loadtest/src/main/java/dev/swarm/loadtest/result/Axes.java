package dev.swarm.loadtest.result;

import java.util.Locale;

/**
 * Where values stand in a drawing: time to the right, something that is counted upwards.
 *
 * @param mostX the largest time
 * @param mostY the largest number
 */
record Axes(double mostX, double mostY, int left, int top, int width, int height) {
  /** How many lines a grid has, about. */
  private static final int LINES = 6;

  double x(double value) {
    return left + width * value / Math.max(1e-9, mostX);
  }

  double y(double value) {
    return top + height - height * value / Math.max(1e-9, mostY);
  }

  /** Seconds below. */
  void seconds(Svg svg) {
    double step = step(mostX / 1000);
    for (double at = 0; at <= mostX / 1000 + step / 1000; at += step) {
      double x = x(at * 1000);
      svg.line("grid", x, top, x, top + height);
      svg.text("", "middle", x, top + height + 18.0, number(at) + " s");
    }
  }

  /** Numbers at the left. */
  void numbers(Svg svg) {
    double step = Math.max(1, step(mostY));
    for (double at = 0; at <= mostY + step / 1000; at += step) {
      svg.line("grid", left, y(at), left + (double) width, y(at));
      svg.text("", "end", left - 6.0, y(at) + 4, number(at));
    }
  }

  /** A round number that divides {@code most} into a handful of parts. */
  static double step(double most) {
    double rough = Math.max(1e-6, most / LINES);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double times = rough / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.3f", value).replaceFirst("0+$", "");
  }
}
