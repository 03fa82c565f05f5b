package dev.swarm.loadtest.work;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All tasks of one pass over the fleet, node by node.
 *
 * @param seed of whatever is drawn
 */
public record Workload(int nodes, int tasksPerNode, Rounds rounds, ThinkTime think, long seed) {
  public Workload {
    if (nodes < 1 || tasksPerNode < 1) {
      throw new IllegalArgumentException("there is at least one node, and one task on it");
    }
  }

  /** In the order in which an audit hands them out: the first node's, the second's, and so on. */
  public List<Task> tasks() {
    return IntStream.rangeClosed(1, nodes * tasksPerNode).mapToObj(this::task).toList();
  }

  /** The tasks of {@code node}, from 1. */
  public List<Task> tasks(int node) {
    int before = (node - 1) * tasksPerNode;
    return IntStream.rangeClosed(before + 1, before + tasksPerNode).mapToObj(this::task).toList();
  }

  private Task task(int number) {
    int calls = rounds.of(number);
    return new Task(
        number,
        (number - 1) / tasksPerNode + 1,
        (number - 1) % tasksPerNode + 1,
        calls,
        IntStream.rangeClosed(0, calls).mapToObj(step -> thought(number, step)).toList());
  }

  /** How long it thinks in {@code step}, from 0, of the {@code number}th task. */
  public Duration thought(int number, int step) {
    return think.of(seed, number, step);
  }
}
