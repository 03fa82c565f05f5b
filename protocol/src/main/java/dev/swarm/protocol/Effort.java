package dev.swarm.protocol;

import java.time.Duration;

/**
 * What working a subtask took.
 *
 * @param turns replies of the mind
 * @param toolCalls calls, those that measured again included
 * @param time wall time on the node
 */
public record Effort(int turns, int toolCalls, Duration time) {
  public static final Effort NONE = new Effort(0, 0, Duration.ZERO);
}
