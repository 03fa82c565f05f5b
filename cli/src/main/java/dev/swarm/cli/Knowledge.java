package dev.swarm.cli;

import dev.swarm.agent.checks.CheckReader;
import dev.swarm.agent.checks.Checks;
import dev.swarm.protocol.Area;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.yaml.Definitions;
import dev.swarm.tools.yaml.Nearest;
import dev.swarm.tools.yaml.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tools and checks of this swarm: the built-in ones and the operator's own. */
record Knowledge(Catalog catalog, Checks checks) {

  /** For every platform. */
  static Knowledge of(Settings settings) {
    return of(settings, EnumSet.allOf(Platform.class));
  }

  /** For one platform: what a machine needs to be audited. */
  static Knowledge of(Settings settings, Platform platform) {
    return of(settings, EnumSet.of(platform));
  }

  private static Knowledge of(Settings settings, Set<Platform> platforms) {
    var areas = Area.STANDARD.stream().map(Area::value).toList();
    var catalog =
        CatalogReader.read(Definitions.of("tools", areas, settings.toolsFolder()), platforms);
    settings.forbiddenTools().forEach(name -> exists(name, catalog));
    var checks =
        CheckReader.read(
            Definitions.of("checks", areas, settings.checksFolder()),
            catalog,
            Set.copyOf(Settings.LISTS));
    return new Knowledge(catalog, checks);
  }

  /** A prohibition that is misspelt would forbid nothing, and nobody would know. */
  private static void exists(String forbidden, Catalog catalog) {
    if (catalog.tool(forbidden).isEmpty()) {
      throw new UsageException(
          "forbid-tools: there is no tool '"
              + forbidden
              + "'"
              + Nearest.hint(forbidden, catalog.tools().keySet())
              + " (swarm tools lists them)");
    }
  }

  /** Every mistake in the files, tools first. */
  List<Problem> problems() {
    return Stream.concat(catalog.problems().stream(), checks.problems().stream()).toList();
  }
}
