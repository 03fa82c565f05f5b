package dev.swarm.loadtest.micro;

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
import java.util.Optional;

/** A machine on which every program prints the same, at once. */
record CannedHost(String text) implements Host {
  /**
   * What {@code df} prints, as the tool {@code filesystems} calls it, on a machine with 30 file
   * systems, one of them nearly full.
   */
  static CannedHost fileSystems() {
    var text =
        new StringBuilder("Filesystem Type 1B-blocks Used Avail Inodes IUsed IFree Mounted on\n");
    for (int number = 1; number <= 30; number++) {
      int used = number == 7 ? 97 : 40;
      text.append(
          "/dev/sd%d ext4 100000000000 %d000000000 %d000000000 1000000 1000 999000 /srv/data-%d\n"
              .formatted(number, used, 100 - used, number));
    }
    return new CannedHost(text.toString());
  }

  @Override
  public Platform platform() {
    return Platform.LINUX;
  }

  @Override
  public String name() {
    return "canned";
  }

  @Override
  public boolean root() {
    return false;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public void pause(Duration interval) {
    // no time passes here
  }

  @Override
  public CommandResult run(Command command) {
    return new CommandResult.Exited(0, new Output(text, 0), Output.EMPTY, Duration.ZERO);
  }

  @Override
  public Optional<Failure> missing(String program) {
    return Optional.empty();
  }

  @Override
  public FileResult read(Path file, int sample) {
    return new FileResult.Failed(Failure.ABSENT, "nothing is there");
  }

  @Override
  public DirectoryResult list(Path directory) {
    return new DirectoryResult.Failed(Failure.ABSENT, "nothing is there");
  }
}
