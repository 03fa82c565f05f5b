package dev.swarm.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code swarm keys}: everything about the keys of a fleet. */
@Command(
    name = "keys",
    description = "Makes, lists and revokes the keys of a fleet.",
    footer = {
      "",
      "swarm keys init          once, on the operator's machine",
      "swarm keys enrol NODE    for each machine; then move the file there"
    })
final class KeysCommand implements Callable<Integer> {
  private final Surroundings here;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  private KeysCommand(Surroundings here) {
    this.here = here;
  }

  /** With all that stands below it. */
  static CommandLine line(Surroundings here) {
    return new CommandLine(new KeysCommand(here))
        .addSubcommand(new KeysInitCommand(here))
        .addSubcommand(new KeysEnrolCommand(here))
        .addSubcommand(new KeysCoordinatorCommand(here))
        .addSubcommand(new KeysListCommand(here))
        .addSubcommand(new KeysRevokeCommand(here))
        .addSubcommand(new KeysShowCommand(here));
  }

  @Override
  public Integer call() {
    CommandLine.usage(spec.commandLine(), here.err());
    return Exit.USAGE.code();
  }
}
