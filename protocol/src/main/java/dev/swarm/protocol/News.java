package dev.swarm.protocol;

import java.util.List;

/**
 * What happened on a node while it works subtasks of this run, oldest first; gathered for a moment,
 * so that signing is paid once, and always ahead of the outcome that it leads to.
 */
public record News(RunId run, String node, long epoch, List<Event> events) {
  public News {
    Text.require(node, "node");
    events = List.copyOf(events);
  }
}
