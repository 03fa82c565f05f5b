package dev.swarm.tools;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody wants run.
 *
 * @param arguments by parameter name, in name order, so that equal calls are equal
 * @param caller decides what is allowed where no sandbox is
 */
public record ToolCall(String tool, Map<String, String> arguments, Caller caller) {
  public ToolCall {
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
  }

  /** A call of the playbook without arguments. */
  public static ToolCall of(String tool) {
    return new ToolCall(tool, Map.of(), Caller.PLAYBOOK);
  }

  /** Who chose the arguments. */
  public enum Caller {
    PLAYBOOK,
    MODEL,
    OPERATOR
  }
}
