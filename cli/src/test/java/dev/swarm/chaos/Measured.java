package dev.swarm.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Times of the same thing, told as least, median and most. A time beyond the goal does not end what
 * is being tried: all of them are told at the end.
 */
public final class Measured {
  private final String what;
  private final Duration goal;
  private final List<Duration> times = new ArrayList<>();
  private final List<String> beyond = new ArrayList<>();

  /** Without a goal. */
  public Measured(String what) {
    this(what, Duration.ofDays(1));
  }

  public Measured(String what, Duration goal) {
    this.what = what;
    this.goal = goal;
  }

  /**
   * Adds one.
   *
   * @param when by what it can be brought about again
   */
  public void add(Duration time, String when) {
    times.add(time);
    if (time.compareTo(goal) > 0) {
      beyond.add(when + ": " + time);
    }
  }

  /** Fails with all that took longer than the goal. */
  public void reached() {
    if (!beyond.isEmpty()) {
      throw new AssertionError(
          "%s; beyond %s %d times:\n%s"
              .formatted(this, goal, beyond.size(), String.join("\n", beyond)));
    }
  }

  public int times() {
    return times.size();
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
