package dev.swarm.agent.investigation;

import dev.swarm.protocol.CallId;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;

/** A tool call of this investigation and what it gave; cited as {@code r3:12}. */
public record Look(CallId id, ToolCall call, ToolResult result) {

  /** Whether the tool looked, so that its lines can be cited. */
  public boolean seen() {
    return switch (result.ending()) {
      case ToolResult.Ending.Ok _, ToolResult.Ending.Flagged _, ToolResult.Ending.Nothing _ -> true;
      case ToolResult.Ending.NotApplicable _,
          ToolResult.Ending.Unknown _,
          ToolResult.Ending.Refused _ ->
          false;
    };
  }
}
