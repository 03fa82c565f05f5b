package dev.swarm.coordinator.http.view;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many subtasks stand where; targeted = queued + offered + running + completed + Σ failed.
 *
 * @param failed by the id of the cause; causes that did not happen are left out
 */
public record SubtaskSum(
    int targeted,
    int queued,
    int offered,
    int running,
    int completed,
    Map<String, Integer> failed) {
  public static final SubtaskSum NONE = new SubtaskSum(0, 0, 0, 0, 0, Map.of());

  public SubtaskSum {
    failed = Map.copyOf(failed);
    int accounted = queued + offered + running + completed;
    for (int count : failed.values()) {
      accounted += count;
    }
    if (accounted != targeted) {
      throw new IllegalStateException(
          targeted + " subtasks are targeted, and " + accounted + " are accounted for");
    }
  }

  /** One more that stands at {@code stage}; a failed one for {@code cause}. */
  SubtaskSum plus(Stage stage, String cause) {
    return switch (stage) {
      case QUEUED -> new SubtaskSum(targeted + 1, queued + 1, offered, running, completed, failed);
      case OFFERED -> new SubtaskSum(targeted + 1, queued, offered + 1, running, completed, failed);
      case RUNNING -> new SubtaskSum(targeted + 1, queued, offered, running + 1, completed, failed);
      case COMPLETED ->
          new SubtaskSum(targeted + 1, queued, offered, running, completed + 1, failed);
      case FAILED -> plus(new SubtaskSum(1, 0, 0, 0, 0, Map.of(cause, 1)));
    };
  }

  /** Both together. */
  public SubtaskSum plus(SubtaskSum other) {
    var causes = new TreeMap<>(failed);
    other.failed.forEach((cause, count) -> causes.merge(cause, count, Integer::sum));
    return new SubtaskSum(
        targeted + other.targeted,
        queued + other.queued,
        offered + other.offered,
        running + other.running,
        completed + other.completed,
        causes);
  }
}
