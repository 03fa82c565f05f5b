package dev.swarm.tools.catalog;

import dev.swarm.tools.yaml.Definitions;
import dev.swarm.tools.yaml.Problem;
import dev.swarm.tools.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads tools from YAML. A tool with a mistake is left out and named; the others load. */
public final class CatalogReader {
  private final Map<String, Tool> tools = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** The built-in tools, then those in {@code definitions}, which may replace them by name. */
  public static Catalog read(Definitions definitions) {
    var reader = new CatalogReader();
    reader.problems.addAll(definitions.problems());
    definitions.files().forEach(reader::file);
    return new Catalog(reader.tools, reader.problems);
  }

  private void file(Definitions.File source) {
    var file = YamlFile.named(source.name());
    var stated = new LinkedHashMap<String, Tool>();
    file.root(source.text())
        .ifPresent(root -> {
          for (var map : root.maps("tools")) {
            ToolReader.read(map)
                .ifPresent(tool -> {
                  if (stated.put(tool.name(), tool) != null) {
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
