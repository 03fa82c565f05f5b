package dev.swarm.coordinator;

import java.time.Duration;

/**
 * How patient a coordinator is with its nodes.
 *
 * @param answer how long a node has to answer a roll-call or an offer
 * @param retry between two tries to reach a node that did not answer
 * @param joining how long a node may take to appear
 * @param grace past a subtask's own time, for its outcome to come home
 * @param farewell after a cancellation, for the nodes to deliver what they know
 * @param tries offers without an answer, or restarts of a node, until it counts as lost
 * @param inFlight subtasks offered or running at once, over the whole fleet
 */
public record Pace(
    Duration answer,
    Duration retry,
    Duration joining,
    Duration grace,
    Duration farewell,
    int tries,
    int inFlight) {
  public Pace {
    if (tries < 1 || inFlight < 1 || answer.toMillis() < 1 || retry.toMillis() < 1) {
      throw new IllegalArgumentException("a pace has at least one try, subtask and millisecond");
    }
  }

  /**
   * What an audit uses. A node's consumers can appear up to 15 s after its membership (measured on
   * a loaded machine), hence {@code joining}.
   */
  public static Pace standard() {
    return new Pace(
        Duration.ofSeconds(2),
        Duration.ofMillis(250),
        Duration.ofSeconds(15),
        Duration.ofSeconds(3),
        Duration.ofSeconds(2),
        3,
        512);
  }
}
