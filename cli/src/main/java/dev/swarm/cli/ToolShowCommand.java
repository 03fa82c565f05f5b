package dev.swarm.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm tools show NAME}. */
@Command(name = "show", description = "Shows how a tool is defined.")
final class ToolShowCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;

  @Parameters(paramLabel = "NAME", description = "The tool.")
  private String name = "";

  ToolShowCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var tool = ToolsCommand.named(Knowledge.of(setup.settings()), name);
    here.out().print(ToolPage.of(tool, here.terminal().width()));
    return Exit.DONE.code();
  }
}
