package dev.swarm.agent.investigation;

import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import java.time.Instant;

/** Runs one tool call; blocks. The toolbox, or something before it that shares looks. */
@FunctionalInterface
public interface Tools {
  ToolResult run(ToolCall call);

  /**
   * Measures anew for proof.
   *
   * @param seen when the first look came back; what began before it is no second look
   */
  default ToolResult again(ToolCall call, Instant seen) {
    return run(call);
  }
}
