package dev.swarm.cli;

import dev.swarm.tools.yaml.Definitions;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that a coordinator which stays keeps the runs of a state folder, and where it answers:
 * commands beside it hand their runs over. Goes with the process, however it ends.
 */
record ServeLock(FileChannel channel) implements AutoCloseable {

  /**
   * Takes the folder, which is made if it is not there.
   *
   * @throws UsageException if another process has it, or it cannot be written
   */
  static ServeLock take(Surroundings here, Settings settings) {
    var folder = folder(here, settings);
    try {
      var _ = Files.createDirectories(folder);
      var channel = open(folder);
      if (lock(channel).isEmpty()) {
        channel.close();
        throw new UsageException(
            "could not start: another swarm serve works in "
                + folder
                + "; stop it, or give this one a state-folder of its own in swarm.yaml");
      }
      return new ServeLock(channel.truncate(0));
    } catch (IOException e) {
      throw new UsageException(
          "could not use the state folder "
              + folder
              + ": "
              + Definitions.reason(e)
              + "; name another with state-folder in swarm.yaml");
    }
  }

  /** Writes down for commands beside it that it answers at {@code url}. */
  void tell(String url) {
    try {
      channel.truncate(0);
      int _ = channel.write(ByteBuffer.wrap((url + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      // then they lead their runs themselves
    }
  }

  /** Where the coordinator answers that serves from the state folder, if one does over HTTP. */
  static Optional<URI> told(Surroundings here, Settings settings) {
    if (!isTaken(here, settings)) {
      return Optional.empty();
    }
    try {
      var url = Files.readString(folder(here, settings).resolve("serve.lock")).strip();
      return url.matches("https?://.+:\\d+") ? Optional.of(URI.create(url)) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether somebody serves from the state folder of {@code settings}. */
  static boolean isTaken(Surroundings here, Settings settings) {
    var folder = folder(here, settings);
    if (!Files.exists(folder.resolve("serve.lock"))) {
      return false;
    }
    try (var channel = open(folder)) {
      return lock(channel).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static Path folder(Surroundings here, Settings settings) {
    return here.state(settings);
  }

  private static FileChannel open(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve("serve.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The system lets go of it in any case when the process ends.
    }
  }
}
