package dev.swarm.agent.playbook;

import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.catalog.Source;
import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.host.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A machine of which nothing is known but what somebody says that one tool printed there. Any
 * program prints that, and the one file that the tool reads holds it.
 */
record ToldHost(Platform platform, Form form, String text, InstantSource clock) implements Host {
  private static final String NOT_TOLD = "nobody told what is in it";

  /** Whether the output of {@code form} can be told as one text. */
  static boolean canBeTold(Form form) {
    boolean plain = form.samples() == 1 && form.each().isEmpty();
    return plain
        && switch (form.source()) {
          case Source.Argv _ -> true;
          case Source.Files(var globs) ->
              globs.size() == 1 && !globs.getFirst().matches(".*[*?{].*");
          case Source.Directories _, Source.Reader _ -> false;
        };
  }

  @Override
  public String name() {
    return "told";
  }

  @Override
  public boolean root() {
    return false;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void pause(Duration interval) {
    // what was told does not change
  }

  @Override
  public CommandResult run(Command command) {
    return form.source() instanceof Source.Argv
        ? new CommandResult.Exited(0, new Output(text, 0), Output.EMPTY, Duration.ZERO)
        : new CommandResult.NotStarted(Failure.ABSENT, NOT_TOLD);
  }

  @Override
  public Optional<Failure> missing(String program) {
    return Optional.empty();
  }

  @Override
  public FileResult read(Path file, int sample) {
    return form.source() instanceof Source.Files(var globs)
            && globs.getFirst().equals(file.toString())
        ? new FileResult.Content(new Output(text, 0))
        : new FileResult.Failed(Failure.ABSENT, NOT_TOLD);
  }

  @Override
  public DirectoryResult list(Path directory) {
    return new DirectoryResult.Failed(Failure.ABSENT, NOT_TOLD);
  }
}
