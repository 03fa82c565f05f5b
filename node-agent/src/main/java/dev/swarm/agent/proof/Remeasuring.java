package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Look;
import dev.swarm.protocol.CallId;
import dev.swarm.tools.ToolResult;
import java.util.List;
import java.util.Map;

/** Makes the calls of looks anew, side by side, and each at most once in an investigation. */
@FunctionalInterface
public interface Remeasuring {
  Map<CallId, ToolResult> again(List<Look> looks) throws InterruptedException;
}
