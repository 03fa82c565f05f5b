package dev.swarm.loadtest.work;

import java.time.Duration;
import java.util.List;

/**
 * One think-act loop: thinks, acts, thinks, acts …, and thinks once more to conclude.
 *
 * @param number from 1, over the whole fleet
 * @param node from 1
 * @param place among the tasks of its node, from 1
 * @param calls of tools
 * @param thoughts how long each takes: one more than there are calls
 */
public record Task(int number, int node, int place, int calls, List<Duration> thoughts) {
  public Task {
    thoughts = List.copyOf(thoughts);
    if (thoughts.size() != calls + 1) {
      throw new IllegalArgumentException(calls + " calls need one thought more, not " + thoughts);
    }
  }

  /** How long it takes if nothing but thinking takes time. */
  Duration length() {
    return thoughts.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
