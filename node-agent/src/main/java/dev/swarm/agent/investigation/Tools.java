package dev.swarm.agent.investigation;

import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;

/** Runs one tool call; blocks. The toolbox, or something before it that shares looks. */
@FunctionalInterface
public interface Tools {
  ToolResult run(ToolCall call);
}
