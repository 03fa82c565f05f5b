package dev.swarm.tools.catalog;

import dev.swarm.tools.host.Platform;
import dev.swarm.tools.yaml.Definitions;
import dev.swarm.tools.yaml.Nearest;
import dev.swarm.tools.yaml.Problem;
import dev.swarm.tools.yaml.YamlFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads tools from YAML. A tool with a mistake is left out and named; the others load. */
public final class CatalogReader {
  private final Map<String, Tool> tools = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Platform> platforms;

  private CatalogReader(Set<Platform> platforms) {
    this.platforms = platforms;
  }

  /** The built-in tools, then those in {@code definitions}, which may replace them by name. */
  public static Catalog read(Definitions definitions) {
    return read(definitions, EnumSet.allOf(Platform.class));
  }

  /**
   * The same for {@code platforms} alone: forms of built-in tools for others are not read, which an
   * audit has no use for and a cold start feels.
   */
  public static Catalog read(Definitions definitions, Set<Platform> platforms) {
    var reader = new CatalogReader(platforms);
    reader.problems.addAll(definitions.problems());
    definitions.files().forEach(reader::file);
    List.copyOf(reader.tools.values()).forEach(reader::each);
    return new Catalog(reader.tools, reader.problems);
  }

  /** A form that runs for each row of another tool needs that one, taking no arguments. */
  private void each(Tool tool) {
    for (var form : tool.forms().values().stream().flatMap(List::stream).toList()) {
      form.each().flatMap(this::unusable).ifPresent(reason -> leaveOut(tool, reason));
    }
  }

  private Optional<String> unusable(String name) {
    var other = Optional.ofNullable(tools.get(name));
    if (other.isEmpty()) {
      return Optional.of(
          "'each': there is no tool '" + name + "'" + Nearest.hint(name, tools.keySet()));
    }
    boolean nested =
        other.get().forms().values().stream()
            .flatMap(List::stream)
            .anyMatch(form -> form.each().isPresent());
    return nested || other.get().parameters().stream().anyMatch(Parameter::required)
        ? Optional.of("'each': " + name + " needs arguments, or itself runs for each row of a tool")
        : Optional.empty();
  }

  private void leaveOut(Tool tool, String reason) {
    tools.remove(tool.name());
    int colon = tool.origin().lastIndexOf(':');
    int line = Integer.parseInt(tool.origin().substring(colon + 1));
    problems.add(new Problem(tool.origin().substring(0, colon), line, 1, reason));
  }

  private void file(Definitions.File source) {
    var file = YamlFile.named(source.name());
    var stated = new LinkedHashMap<String, Tool>();
    file.root(source)
        .ifPresent(root -> {
          for (var map : root.maps("tools")) {
            ToolReader.read(map, platforms)
                .ifPresent(tool -> {
                  if (stated.putIfAbsent(tool.name(), tool) != null) {
                    map.problem("name", "the tool '" + tool.name() + "' stands twice");
                  }
                });
          }
          root.finish();
        });
    tools.putAll(stated);
    problems.addAll(file.problems());
  }
}
