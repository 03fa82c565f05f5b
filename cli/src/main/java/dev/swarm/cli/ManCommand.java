package dev.swarm.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code swarm man}: the manual page, from the same commands and options that run. */
@Command(
    name = "man",
    description = "Prints the manual page.",
    footer = {"", "swarm man > swarm.1 && man -l swarm.1"})
final class ManCommand implements Callable<Integer> {
  private final Surroundings here;

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private final Setup setup;

  @Spec private CommandSpec spec;

  ManCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() {
    here.out().print(ManPage.of(spec.root()));
    return Exit.DONE.code();
  }
}
