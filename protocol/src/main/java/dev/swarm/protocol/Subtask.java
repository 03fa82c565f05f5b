package dev.swarm.protocol;

import java.util.List;

/**
 * One area, on one node, within a budget.
 *
 * @param checks the checks asked for; empty means every check of the area
 */
public record Subtask(
    SubtaskId id, RunId run, String node, Area area, List<CheckId> checks, Budget budget) {
  public Subtask {
    Text.require(node, "node");
    checks = List.copyOf(checks);
  }
}
