package dev.swarm.cli;

import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.Platform;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code swarm tools}: the catalog. */
@Command(name = "tools", description = "Lists the tools; shows or runs one.")
final class ToolsCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;

  ToolsCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  /** The tool of that name. */
  static Tool named(Knowledge knowledge, String name) {
    var names = knowledge.catalog().tools().keySet().stream().toList();
    Choice.require("tool", name, names, "swarm tools lists them");
    return knowledge.catalog().tool(name).orElseThrow();
  }

  @Override
  public Integer call() {
    var knowledge = Knowledge.of(setup.settings());
    var columns = new Columns();
    columns.row("AREA", "TOOL", "PLATFORMS", "WHAT IT SEES");
    knowledge.catalog().all().forEach(tool -> row(columns, tool));
    return Problems.list(here, columns, knowledge.problems());
  }

  private static void row(Columns columns, Tool tool) {
    columns.row(
        tool.area(),
        tool.name(),
        tool.forms().keySet().stream().sorted().map(Platform::id).collect(Collectors.joining(",")),
        firstSentence(tool.description()));
  }

  private static String firstSentence(String description) {
    int end = description.indexOf(". ");
    return (end < 0 ? description : description.substring(0, end + 1)).replaceAll("\\s+", " ");
  }
}
