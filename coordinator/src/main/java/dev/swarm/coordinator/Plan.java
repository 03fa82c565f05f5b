package dev.swarm.coordinator;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.util.ArrayList;
import java.util.List;

/** The subtasks of a run, node by node, areas in the order asked; an audit's depend on nothing. */
record Plan(RunId run, List<Subtask> subtasks) {
  Plan {
    subtasks = List.copyOf(subtasks);
  }

  /** One subtask per node and area; an area of which no check is asked for has none. */
  static Plan of(RunId run, Audit audit) {
    var subtasks = new ArrayList<Subtask>();
    for (var node : audit.nodes()) {
      for (var area : audit.areas()) {
        boolean every = audit.checks().isEmpty();
        var asked = every ? audit.known() : audit.checks();
        var checks = audit.question().isPresent() ? audit.checks() : of(area, asked);
        if (every || !checks.isEmpty()) {
          var id = SubtaskId.of(run, node, area);
          subtasks.add(new Subtask(id, run, node, area, checks, audit.budget(), audit.question()));
        }
      }
    }
    return new Plan(run, subtasks);
  }

  private static List<CheckId> of(Area area, List<CheckId> asked) {
    return asked.stream().filter(check -> belongs(check, area)).toList();
  }

  private static boolean belongs(CheckId check, Area area) {
    return check.value().startsWith(area + ".");
  }
}
