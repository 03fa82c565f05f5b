package dev.swarm.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times of the same thing, told as least, median and most. */
public final class Measured {
  private final String what;
  private final List<Duration> times = new ArrayList<>();

  public Measured(String what) {
    this.what = what;
  }

  public void add(Duration time) {
    times.add(time);
  }

  public int times() {
    return times.size();
  }

  public Duration most() {
    return times.stream().max(Duration::compareTo).orElseThrow();
  }

  @Override
  public String toString() {
    var sorted = times.stream().sorted().toList();
    return sorted.isEmpty()
        ? what + ": never"
        : "%s: %d times, least %.1f s, median %.1f s, most %.1f s"
            .formatted(
                what,
                sorted.size(),
                seconds(sorted.getFirst()),
                seconds(sorted.get(sorted.size() / 2)),
                seconds(sorted.getLast()));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
