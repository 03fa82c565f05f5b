package dev.swarm.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code swarm generate-completion}: what makes a shell complete {@code swarm}. */
@Command(
    name = "generate-completion",
    description = "Prints what makes bash and zsh complete swarm.",
    footer = {
      "",
      "bash:  source <(swarm generate-completion)",
      "zsh:   autoload -U +X compinit && compinit && source <(swarm generate-completion)",
      "",
      "The line goes into ~/.bashrc or ~/.zshrc."
    })
final class CompletionCommand implements Callable<Integer> {
  private final Surroundings here;

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private final Setup setup;

  @Spec private CommandSpec spec;

  CompletionCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() {
    here.out().print(AutoComplete.bash("swarm", spec.root().commandLine()));
    return Exit.DONE.code();
  }
}
