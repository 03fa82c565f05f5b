package dev.swarm.loadtest.micro;

import dev.swarm.protocol.Area;
import dev.swarm.tools.Guard;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.yaml.Definitions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The built-in tools on a canned host. */
final class Kit {
  static final List<String> AREAS = Area.STANDARD.stream().map(Area::value).toList();
  static final Catalog CATALOG =
      CatalogReader.read(Definitions.of("tools", AREAS, Optional.empty()));

  /** A tool that lists file systems. */
  static final String TOOL = "filesystems";

  private Kit() {}

  static Toolbox toolbox() {
    return new Toolbox(CannedHost.fileSystems(), CATALOG, new Guard(true, false, Set.of()));
  }
}
