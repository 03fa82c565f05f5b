package dev.swarm.tools.attack;

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
import java.util.Optional;

/** A host that nobody may touch: it knows what it is and the time, and fails for all else. */
record UntouchedHost(Platform platform) implements Host {
  @Override
  public String name() {
    return "untouched";
  }

  @Override
  public boolean root() {
    return true;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public void pause(Duration interval) {
    throw touched("paused");
  }

  @Override
  public CommandResult run(Command command) {
    throw touched("ran " + command.argv());
  }

  @Override
  public Optional<Failure> missing(String program) {
    throw touched("looked for " + program);
  }

  @Override
  public FileResult read(Path file, int sample) {
    throw touched("read " + file);
  }

  @Override
  public DirectoryResult list(Path directory) {
    throw touched("listed " + directory);
  }

  private static AssertionError touched(String what) {
    return new AssertionError("a refused call must touch nothing, but it " + what);
  }
}
