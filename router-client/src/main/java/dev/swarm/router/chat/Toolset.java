package dev.swarm.router.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tools of a conversation, by name; in name order, so that equal tools are sent as equal bytes.
 */
public record Toolset(List<ToolSpec> tools) {
  public static final Toolset NONE = new Toolset(List.of());

  public Toolset {
    var sorted = new ArrayList<>(tools);
    sorted.sort(Comparator.comparing(ToolSpec::name));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
        throw new IllegalArgumentException("two tools are named " + sorted.get(i).name());
      }
    }
    tools = List.copyOf(sorted);
  }

  public Optional<ToolSpec> tool(String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  public boolean isEmpty() {
    return tools.isEmpty();
  }
}
