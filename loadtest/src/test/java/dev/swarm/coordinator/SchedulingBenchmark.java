package dev.swarm.coordinator;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A thousand subtasks, each from queued over offered and running to its end; the time of one. */
@State(Scope.Benchmark)
public class SchedulingBenchmark {
  private static final int SUBTASKS = 1000;

  private final List<Subtask> subtasks =
      IntStream.range(0, SUBTASKS).mapToObj(SchedulingBenchmark::subtask).toList();
  private final List<Outcome> outcomes =
      subtasks.stream().map(SchedulingBenchmark::outcome).toList();

  @Benchmark
  @OperationsPerInvocation(SUBTASKS)
  public Sum gather() {
    var gathering = Gathering.of(subtasks);
    for (var outcome : outcomes) {
      gathering.follow(new Event.SubtaskOffered(outcome.subtask(), 1));
      gathering.follow(new Event.SubtaskAccepted(outcome.subtask(), 1));
      gathering.follow(new Event.SubtaskEnded(outcome));
    }
    return gathering.sum();
  }

  /** What waits on a node in the order of what is known of it. */
  @Benchmark
  @OperationsPerInvocation(SUBTASKS)
  public Lengths order() {
    var lengths = new Lengths();
    for (int number = 0; number < SUBTASKS; number++) {
      lengths.learn(subtasks.get(number), outcomes.get(number));
    }
    for (int node = 0; node < SUBTASKS / 10; node++) {
      var lane = new Lane("node", lengths);
      subtasks.subList(10 * node, 10 * node + 10).forEach(lane::add);
    }
    return lengths;
  }

  private static Subtask subtask(int number) {
    var run = new RunId("run");
    var node = "node-" + number / 10;
    var area = new Area("area-" + number % 10);
    var budget = Budget.standard(Duration.ofSeconds(1));
    return new Subtask(SubtaskId.of(run, node, area), run, node, area, List.of(), budget);
  }

  private static Outcome outcome(Subtask subtask) {
    var took = Duration.ofMillis(100 + subtask.id().value().hashCode() % 100);
    return new Outcome.Completed(
        subtask.id(), 1, "playbook", List.of(), List.of(), List.of(), new Effort(1, 1, took));
  }
}
