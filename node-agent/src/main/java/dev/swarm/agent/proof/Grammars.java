package dev.swarm.agent.proof;

import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.host.Platform;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** How the tools of a platform make rows of their text. */
public record Grammars(Catalog catalog, Platform platform) {

  /** Whether lines of a tool may say something without making a row: a log, a definition. */
  boolean loose(String tool) {
    return forms(tool).anyMatch(form -> !form.rows().strict());
  }

  /** These fields, and those that they are computed from. */
  Set<String> sources(String tool, Set<String> fields) {
    var all = new HashSet<>(fields);
    int before;
    do {
      before = all.size();
      forms(tool)
          .flatMap(form -> form.rows().fields().stream())
          .filter(field -> all.contains(field.name()))
          .flatMap(field -> field.from().stream())
          .forEach(from -> all.addAll(from.names()));
    } while (all.size() > before);
    return all;
  }

  private Stream<Form> forms(String tool) {
    return catalog.tool(tool).stream().flatMap(known -> known.forms(platform).stream());
  }
}
