package dev.swarm.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code swarm log}: what this machine's agent did. */
@Command(
    name = "log",
    description = "Shows, or verifies, what this machine's agent ran, and for whom.",
    sortOptions = false)
final class LogCommand implements Callable<Integer> {
  private final Surroundings here;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      order = 99,
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @SuppressWarnings("NullAway") // picocli sets the spec
  LogCommand(Surroundings here) {
    this.here = here;
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() {
    CommandLine.usage(spec.commandLine(), here.err());
    return Exit.USAGE.code();
  }
}
