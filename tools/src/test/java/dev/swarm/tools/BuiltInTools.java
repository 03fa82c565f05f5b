package dev.swarm.tools;

import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.yaml.Definitions;
import java.util.List;
import java.util.Optional;

/** The tools that are delivered, for tests that go over all of them. */
public final class BuiltInTools {
  private static final List<String> AREAS =
      List.of(
          "storage",
          "services",
          "load-and-memory",
          "processes",
          "network-and-dns",
          "time",
          "logs",
          "security",
          "updates",
          "hardware",
          "containers");

  private BuiltInTools() {}

  public static Catalog catalog() {
    return sound(CatalogReader.read(Definitions.of("tools", AREAS, Optional.empty())));
  }

  /** The catalog, which must have tools and no mistake. */
  public static Catalog sound(Catalog catalog) {
    if (!catalog.problems().isEmpty() || catalog.tools().isEmpty()) {
      throw new AssertionError("these tools must load: " + catalog.problems());
    }
    return catalog;
  }
}
