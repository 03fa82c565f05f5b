package dev.swarm.loadtest.work;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How long the tasks would take if nothing but thinking took time.
 *
 * @param lowerBound no schedule is shorter: the longest task, or all thoughts spread evenly
 * @param firstCome tasks begin in their order, each as soon as there is a place
 * @param longestFirst the same, the longest first: within 4/3 of the best there is
 */
public record Ideal(Duration lowerBound, Duration firstCome, Duration longestFirst) {
  /**
   * Of {@code tasks}.
   *
   * @param atOnce tasks under way at once
   * @param slots thoughts at once
   */
  public static Ideal of(List<Task> tasks, int atOnce, int slots) {
    var longestFirst =
        tasks.stream().sorted(Comparator.comparing(Task::length).reversed()).toList();
    return new Ideal(
        lowerBound(tasks, Math.min(atOnce, slots)),
        Schedule.length(tasks, atOnce, slots),
        Schedule.length(longestFirst, atOnce, slots));
  }

  private static Duration lowerBound(List<Task> tasks, int places) {
    var longest = tasks.stream().map(Task::length).max(Comparator.naturalOrder()).orElseThrow();
    var spread =
        tasks.stream().map(Task::length).reduce(Duration.ZERO, Duration::plus).dividedBy(places);
    return longest.compareTo(spread) > 0 ? longest : spread;
  }
}
