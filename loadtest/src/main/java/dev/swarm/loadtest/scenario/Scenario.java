package dev.swarm.loadtest.scenario;

import dev.swarm.loadtest.work.Rounds;
import dev.swarm.loadtest.work.ThinkTime;
import dev.swarm.loadtest.work.Workload;
import java.time.Duration;
import java.util.Optional;

/**
 * A load test, as it is asked for.
 *
 * @param tasks of one pass: as many on each node
 * @param concurrency tasks under way at once, over the whole fleet
 * @param slots thoughts that the router has under way at once
 * @param mind where it is nobody's, the router is not asked, and the tasks of a node are commands
 *     alone
 * @param agentsPerProcess where {@code isolation} puts many into one
 * @param sandbox whether commands run in one
 * @param warmUp tasks of each node that are not measured, before those that are
 * @param duration passes are made anew until it is over; empty for one pass
 * @param ramp over which the concurrency grows from one to its full number
 */
public record Scenario(
    String name,
    String description,
    int nodes,
    int tasks,
    int concurrency,
    int slots,
    Rounds rounds,
    ThinkTime think,
    Mind mind,
    long seed,
    Isolation isolation,
    int agentsPerProcess,
    boolean sandbox,
    Order order,
    int warmUp,
    Optional<Duration> duration,
    Duration ramp,
    Faults faults) {
  /** What its tasks are. */
  public Workload workload() {
    return new Workload(nodes, tasks / nodes, rounds, think, seed);
  }

  /** The same over a fleet that is as large as it is. */
  public Scenario over(int others, int more) {
    return new Scenario(
        name,
        description,
        others,
        more,
        concurrency,
        slots,
        rounds,
        think,
        mind,
        seed,
        isolation,
        agentsPerProcess,
        sandbox,
        order,
        warmUp,
        duration,
        ramp,
        faults);
  }

  /** Subtasks that one agent works at once. */
  public int capacity() {
    return Math.max(4, (concurrency + nodes - 1) / nodes);
  }

  /** Processes of agents. */
  public int processes() {
    return switch (isolation) {
      case PROCESS -> nodes;
      case VERTICLE -> (nodes + agentsPerProcess - 1) / agentsPerProcess;
    };
  }
}
