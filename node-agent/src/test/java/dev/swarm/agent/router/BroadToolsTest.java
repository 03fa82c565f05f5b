package dev.swarm.agent.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.protocol.Area;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.yaml.Definitions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A tool that is misspelt would be missing, and nobody would know. */
class BroadToolsTest {
  @Test
  void every_tool_for_a_question_exists() {
    var areas = Area.STANDARD.stream().map(Area::value).toList();
    var catalog = CatalogReader.read(Definitions.of("tools", areas, Optional.empty()));
    var missing = BroadTools.NAMES.stream().filter(name -> catalog.tool(name).isEmpty()).toList();
    assertEquals(List.of(), missing);
  }
}
