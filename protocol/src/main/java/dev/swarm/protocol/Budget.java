package dev.swarm.protocol;

import java.time.Duration;

/**
 * What a subtask may spend, counted from receipt on the node.
 *
 * @param turns replies of the mind
 * @param toolCalls calls of tools, repeated measurements not counted
 * @param tokens model tokens; the playbook spends none
 * @param time wall time
 * @param outputBytes tool output kept
 */
public record Budget(int turns, int toolCalls, long tokens, Duration time, long outputBytes) {
  public Budget {
    if (turns < 1 || toolCalls < 0 || tokens < 0 || outputBytes < 0) {
      throw new IllegalArgumentException("a budget has at least a turn, and nothing negative");
    }
    if (time.toMillis() < 1) {
      throw new IllegalArgumentException("a budget has at least a millisecond: " + time);
    }
  }

  /** What an audit gives each subtask unless told otherwise. */
  public static Budget standard(Duration time) {
    return new Budget(16, 64, 60_000, time, 4L << 20);
  }
}
