package dev.swarm.cli;

import dev.swarm.agent.log.CommandLog;
import dev.swarm.agent.log.Logged;
import dev.swarm.protocol.Wire;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm log show}: every line, the oldest first. */
@Command(
    name = "show",
    description = "Shows what this machine's agent did: each program, each answer, each refusal.",
    sortOptions = false)
final class LogShowCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;

  @Option(
      names = "--output",
      order = 20,
      paramLabel = "FORMAT",
      description = "text or jsonl; default text.")
  private String output = "text";

  private enum Shape {
    TEXT,
    JSONL
  }

  LogShowCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var shape =
        Choice.of("--output", output, Shape.values(), one -> one.name().toLowerCase(Locale.ROOT));
    var file = AgentState.folder(here, setup.settings()).resolve("commands.log");
    try {
      CommandLog.show(file, line -> here.out().println(text(shape, line)));
      return Exit.DONE.code();
    } catch (IOException e) {
      throw new UsageException("could not read the command log " + file + ": " + e.getMessage());
    }
  }

  private static String text(Shape shape, Logged line) {
    return switch (shape) {
      case JSONL -> Wire.encode(line);
      case TEXT -> LogText.of(line);
    };
  }
}
