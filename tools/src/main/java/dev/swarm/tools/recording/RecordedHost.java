package dev.swarm.tools.recording;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.DirectoryResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.host.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** A host that answers from a recording; what was not recorded is {@link Failure#UNLISTED}. */
public final class RecordedHost implements Host {
  private static final String HOLE = "the recording does not hold ";

  private final Recording recording;

  public RecordedHost(Recording recording) {
    this.recording = recording;
  }

  @Override
  public Platform platform() {
    return recording.platform();
  }

  @Override
  public String name() {
    return recording.hostname();
  }

  @Override
  public boolean root() {
    return recording.uid() == 0;
  }

  @Override
  public Instant now() {
    return recording.recordedAt();
  }

  @Override
  public void pause(Duration interval) {
    // Time has passed already.
  }

  @Override
  public CommandResult run(Command command) {
    var asked = new Recording.Asked(command.argv(), command.sample());
    var result = recording.commands().get(asked);
    return result != null
        ? result
        : new CommandResult.NotStarted(
            Failure.UNLISTED, HOLE + "'" + String.join(" ", command.argv()) + "'");
  }

  /** A program of which nothing was recorded may be there or not. */
  @Override
  public Optional<Failure> missing(String program) {
    var failures = new ArrayList<Failure>();
    for (var entry : recording.commands().entrySet()) {
      if (entry.getKey().argv().getFirst().equals(program)) {
        switch (entry.getValue()) {
          case CommandResult.NotStarted(var why, _) -> failures.add(why);
          case CommandResult.Exited _, CommandResult.Broken _ -> {
            return Optional.empty();
          }
        }
      }
    }
    return failures.stream().findFirst(); // of a program that was not asked for, nobody knows
  }

  @Override
  public FileResult read(Path file, int sample) {
    var result = recording.files().get(new Recording.Read(file.toString(), sample));
    return result != null ? result : new FileResult.Failed(Failure.UNLISTED, HOLE + file);
  }

  @Override
  public DirectoryResult list(Path directory) {
    var result = recording.directories().get(directory.toString());
    return result != null
        ? result
        : new DirectoryResult.Failed(Failure.UNLISTED, HOLE + "a list of " + directory);
  }
}
