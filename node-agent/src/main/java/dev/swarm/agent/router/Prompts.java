package dev.swarm.agent.router;

import dev.swarm.agent.checks.Checks;
import dev.swarm.protocol.Area;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.host.Platform;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Prompts by area, each made once, for it takes a look at every tool. Any thread. */
final class Prompts {
  /**
   * More areas than anybody has; whoever makes them up anew each time shall not fill the memory.
   */
  private static final int MOST = 500;

  private Optional<Made> made = Optional.empty();

  /** All of one catalog and its checks; a node has no others as long as it lives. */
  private record Made(Catalog catalog, Checks checks, Platform platform, Map<Area, Prompt> byArea) {
    boolean isFrom(Toolbox toolbox, Checks others) {
      return catalog.equals(toolbox.catalog())
          && checks.equals(others)
          && platform == toolbox.host().platform();
    }
  }

  synchronized Prompt of(Toolbox toolbox, Checks checks, Area area) {
    var now =
        made.filter(one -> one.isFrom(toolbox, checks))
            .orElseGet(() ->
                new Made(toolbox.catalog(), checks, toolbox.host().platform(), new HashMap<>()));
    made = Optional.of(now);
    if (now.byArea().size() >= MOST) {
      now.byArea().clear();
    }
    return now.byArea()
        .computeIfAbsent(area, _ -> Prompt.of(now.catalog(), checks, area, now.platform()));
  }
}
