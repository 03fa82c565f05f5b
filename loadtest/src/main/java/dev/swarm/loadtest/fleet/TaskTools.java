package dev.swarm.loadtest.fleet;

import dev.swarm.loadtest.work.Task;
import dev.swarm.protocol.Area;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.yaml.Definitions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The tools of one node of a load test: each of its tasks is an area, which has one tool for each
 * of the task's rounds. Their names tell the scripted model which task it is at, so that the model
 * has to remember nothing: {@code t7-2} is for the second round of the seventh task, {@code w1-2}
 * for a round that only warms up.
 */
public final class TaskTools {
  /** Tool calls of a task that warms up: one of each program. */
  private static final int WARM_CALLS = 3;

  private TaskTools() {}

  /** What area the {@code place}th task of a node is, from 1. */
  public static Area area(int place) {
    return new Area("load-" + place);
  }

  /** The areas that warm a node up. */
  public static List<Area> warming(int tasks) {
    return IntStream.rangeClosed(1, tasks).mapToObj(n -> new Area("warm-" + n)).toList();
  }

  /** The number of the task that a tool belongs to; empty for one that warms up. */
  static OptionalInt task(String tool) {
    return tool.startsWith("t")
        ? OptionalInt.of(Integer.parseInt(tool, 1, tool.indexOf('-'), 10))
        : OptionalInt.empty();
  }

  /** Whether {@code tool} is one of ours. */
  static boolean isOurs(String tool) {
    return tool.matches("[tw][0-9]+-[0-9]+");
  }

  /** All of a node that works {@code tasks}, and warms up with {@code warming} more. */
  static Catalog of(List<Task> tasks, int warming) throws IOException {
    var programs = programs();
    var files = new ArrayList<Definitions.File>();
    for (int number = 1; number <= warming; number++) {
      files.add(file(programs, "warm-" + number, "w" + number, WARM_CALLS));
    }
    for (var task : tasks) {
      files.add(file(programs, area(task.place()).value(), "t" + task.number(), task.calls()));
    }
    var catalog = CatalogReader.read(new Definitions(files, List.of()));
    if (!catalog.problems().isEmpty()) {
      throw new IllegalStateException(catalog.problems().toString());
    }
    return catalog;
  }

  /** A file for each task: all tasks in one could be more than a file may hold. */
  private static Definitions.Written file(
      List<String> programs, String area, String task, int calls) {
    var text = new StringBuilder("tools:\n");
    for (int call = 1; call <= calls; call++) {
      var program = programs.get((call - 1) % programs.size());
      text.append("  - name: ").append(task).append('-').append(call).append('\n');
      text.append("    area: ").append(area).append('\n');
      text.append(program.indent(4));
    }
    return new Definitions.Written(task + ".yaml", text.toString());
  }

  /** What stands in tasks.yaml, program by program. */
  private static List<String> programs() throws IOException {
    try (var in = TaskTools.class.getResourceAsStream("tasks.yaml")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split("(?m)^---\n"));
    }
  }
}
