package dev.swarm.tools.catalog;

import dev.swarm.tools.yaml.Problem;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every tool that loaded, by name in the order stated, and every mistake in those that did not.
 *
 * @param problems in the order found; the tools they belong to are not in the catalog
 */
public record Catalog(Map<String, Tool> tools, List<Problem> problems) {
  public Catalog {
    tools = Collections.unmodifiableMap(new LinkedHashMap<>(tools));
    problems = List.copyOf(problems);
  }

  public Optional<Tool> tool(String name) {
    return Optional.ofNullable(tools.get(name));
  }

  public Collection<Tool> all() {
    return tools.values();
  }

  /** The tools of one area, in the order stated. */
  public List<Tool> of(String area) {
    return tools.values().stream().filter(tool -> tool.area().equals(area)).toList();
  }
}
