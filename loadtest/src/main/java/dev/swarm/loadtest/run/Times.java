package dev.swarm.loadtest.run;

import dev.swarm.loadtest.result.Result.Spread;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Durations, in microseconds up to a day, to three digits. One thread. */
final class Times {
  private static final long DAY = 86_400_000_000L;
  private static final double MICROS = 1_000;

  private final Histogram histogram = new Histogram(DAY, 3);

  void add(Duration time) {
    histogram.recordValue(Math.clamp(time.toNanos() / 1_000, 0, DAY));
  }

  Spread spread() {
    if (histogram.getTotalCount() == 0) {
      return Spread.NONE;
    }
    return new Spread(
        histogram.getTotalCount(),
        histogram.getMean() / MICROS,
        histogram.getValueAtPercentile(50) / MICROS,
        histogram.getValueAtPercentile(95) / MICROS,
        histogram.getValueAtPercentile(99) / MICROS,
        histogram.getMaxValue() / MICROS);
  }
}
