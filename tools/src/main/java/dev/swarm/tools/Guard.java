package dev.swarm.tools;

import dev.swarm.tools.catalog.Parameter;
import dev.swarm.tools.catalog.Tool;
import java.util.Optional;
import java.util.Set;

/**
 * The node's own rules for what may run, whoever asks.
 *
 * @param contained whether a sandbox holds the tools
 * @param trusted the node's own file says {@code sandbox: none}: free arguments without a sandbox
 * @param forbidden tools that this node never runs
 */
public record Guard(boolean contained, boolean trusted, Set<String> forbidden) {
  private static final Set<Parameter.Type> FREE =
      Set.of(Parameter.Type.PATH, Parameter.Type.PATTERN);

  public Guard {
    forbidden = Set.copyOf(forbidden);
  }

  /** Why {@code call} may not run here; empty if it may. */
  Optional<String> refusal(Tool tool, ToolCall call) {
    if (forbidden.contains(tool.name())) {
      return Optional.of("this node's own file forbids the tool " + tool.name());
    }
    boolean free =
        tool.parameters().stream()
            .anyMatch(parameter ->
                FREE.contains(parameter.type()) && call.arguments().containsKey(parameter.name()));
    return call.caller() == ToolCall.Caller.MODEL && free && !contained && !trusted
        ? Optional.of(
            "without a sandbox a model may not choose paths or patterns; install bubblewrap, or"
                + " write 'sandbox: none' into this node's swarm.yaml")
        : Optional.empty();
  }
}
