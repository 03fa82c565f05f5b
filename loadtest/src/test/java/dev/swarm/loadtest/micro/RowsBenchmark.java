package dev.swarm.loadtest.micro;

import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.Toolbox;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the output of a program to typed rows, 30 of them, the choke point included. */
@State(Scope.Benchmark)
public class RowsBenchmark {
  private final Toolbox toolbox = Kit.toolbox();
  private final ToolCall call = ToolCall.of(Kit.TOOL);

  @Benchmark
  public ToolResult rows() {
    return toolbox.run(call);
  }
}
