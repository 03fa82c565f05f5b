package dev.swarm.tools;

import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.catalog.Source;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.Host;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The programs that a tool would need on a host where it cannot look. */
public final class MissingPrograms {
  private MissingPrograms() {}

  /**
   * Programs of which one would do; empty if {@code tool} can look, if what it looks at does not
   * exist on {@code host}, or if it is no program that it lacks. Blocks.
   */
  public static List<String> of(Host host, Tool tool) {
    var programs = new LinkedHashSet<String>();
    for (var form : tool.forms(host.platform())) {
      var ending = ending(host, form);
      if (ending.isEmpty() || ending.get() instanceof Ending.NotApplicable) {
        return List.of();
      }
      missing(host, form).ifPresent(programs::add);
    }
    return List.copyOf(programs);
  }

  /** How a run of {@code form} would end for what it lacks; empty if it lacks nothing. */
  private static Optional<Ending> ending(Host host, Form form) {
    return Requirements.lacking(host, form)
        .or(() -> missing(host, form).map(program -> Requirements.noProgram(form, program)));
  }

  private static Optional<String> missing(Host host, Form form) {
    return form.source() instanceof Source.Argv(var words)
            && host.missing(words.getFirst()).isPresent()
        ? Optional.of(words.getFirst())
        : Optional.empty();
  }
}
