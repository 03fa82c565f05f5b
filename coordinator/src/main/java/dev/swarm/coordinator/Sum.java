package dev.swarm.coordinator;

import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Outcome;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many subtasks stand where. It always adds up: targeted = queued + offered + running +
 * completed + Σ failed by cause. It is kept by moving one subtask at a time, never by counting
 * again, so that a lost or doubled subtask shows.
 */
record Sum(
    int targeted, int queued, int offered, int running, int completed, Map<Cause, Integer> failed) {
  Sum {
    failed = Map.copyOf(failed);
    int accounted = queued + offered + running + completed;
    for (int count : failed.values()) {
      accounted += count;
    }
    if (accounted != targeted || queued < 0 || offered < 0 || running < 0) {
      throw new IllegalStateException(
          "the sum does not add up: %d targeted, but %d queued + %d offered + %d running + %d completed + failed %s"
              .formatted(targeted, queued, offered, running, completed, failed));
    }
  }

  static Sum allQueued(int targeted) {
    return new Sum(targeted, targeted, 0, 0, 0, Map.of());
  }

  /** The sum after one more subtask was planned. */
  Sum grown() {
    return new Sum(targeted + 1, queued + 1, offered, running, completed, failed);
  }

  /** The sum after one subtask went from one phase to the next. */
  Sum moved(Phase from, Phase to) {
    return new Sum(
        targeted,
        queued + count(to instanceof Phase.Queued) - count(from instanceof Phase.Queued),
        offered + count(to instanceof Phase.Offered) - count(from instanceof Phase.Offered),
        running + count(to instanceof Phase.Running) - count(from instanceof Phase.Running),
        completed + count(to instanceof Phase.Ended(Outcome.Completed _)),
        to instanceof Phase.Ended(Outcome.Failed ended) ? failed(ended.cause()) : failed);
  }

  private Map<Cause, Integer> failed(Cause cause) {
    var causes = new EnumMap<Cause, Integer>(Cause.class);
    causes.putAll(failed);
    causes.merge(cause, 1, Integer::sum);
    return causes;
  }

  /** How many are with a node. */
  int inHand() {
    return offered + running;
  }

  int open() {
    return queued + offered + running;
  }

  private static int count(boolean is) {
    return is ? 1 : 0;
  }
}
