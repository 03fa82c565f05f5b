package dev.swarm.agent.log;

import dev.swarm.agent.investigation.Endings;
import dev.swarm.agent.investigation.Tools;
import dev.swarm.protocol.Hashes;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.host.Host;
import java.time.Instant;
import java.util.Optional;

/** Writes down what is done to work one order. Any thread. */
public final class OrderLog {
  private final CommandLog log;
  private final Commission by;

  OrderLog(CommandLog log, Commission by) {
    this.log = log;
    this.by = by;
  }

  /** {@code host}, each program of which is on disk before it starts. */
  public Host host(Host host) {
    return new LoggedHost(host, log, Optional.of(by));
  }

  /** {@code tools}, each answer of which is written down with its hash. */
  public Tools tools(Tools tools) {
    return new Tools() {
      @Override
      public ToolResult run(ToolCall call) {
        return told(tools.run(call));
      }

      @Override
      public ToolResult again(ToolCall call, Instant seen) {
        return told(tools.again(call, seen));
      }
    };
  }

  private ToolResult told(ToolResult result) {
    log.tell(
        new Logged.Told(
            log.wall().instant(),
            result.call().tool(),
            result.argv(),
            Endings.name(result.ending()),
            Hashes.sha256(result.text().value()),
            by));
    return result;
  }
}
