package dev.swarm.loadtest.fleet;

import dev.swarm.loadtest.work.Workload;
import dev.swarm.router.chat.ToolSpec;
import dev.swarm.router.scripted.Asked;
import dev.swarm.router.scripted.Brain;
import dev.swarm.router.scripted.Turn;
import dev.swarm.router.scripted.Turn.Wish;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * A model that calls the tools of its area in turn, one a round, and then concludes. How long it
 * thinks before each turn stands in the workload. It remembers nothing between two requests.
 */
final class TaskBrain implements Brain {
  private static final String CONCLUDE = "conclude";
  private static final String CONCLUSION = "{\"summary\":\"nothing is odd\"}";

  private final Workload workload;

  TaskBrain(Workload workload) {
    this.workload = workload;
  }

  @Override
  public boolean blocks() {
    return false;
  }

  @Override
  public Turn turn(Asked asked) {
    var tools =
        asked.tools().tools().stream().map(ToolSpec::name).filter(TaskTools::isOurs).toList();
    int step = asked.replies().size();
    var turn = step < tools.size() ? Turn.wants(new Wish(tools.get(step), "{}")) : end(asked);
    var task = tools.isEmpty() ? OptionalInt.empty() : TaskTools.task(tools.getFirst());
    return turn.after(task.isPresent() ? workload.thought(task.getAsInt(), step) : Duration.ZERO);
  }

  /** Whoever has no tool to conclude with, which is no agent of ours, is told in words. */
  private static Turn end(Asked asked) {
    return asked.tools().tool(CONCLUDE).isPresent()
        ? Turn.wants(new Wish(CONCLUDE, CONCLUSION))
        : Turn.says("Nothing is odd.");
  }
}
