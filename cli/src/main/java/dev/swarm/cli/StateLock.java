package dev.swarm.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process at a time works with a state folder; the lock goes with the process. */
record StateLock(FileChannel channel, FileLock lock) implements AutoCloseable {

  /**
   * Takes the folder, which is made if it is not there.
   *
   * @throws UsageException if another process has it, or it cannot be written
   */
  static StateLock take(Path folder, String who) {
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tried(channel);
      if (lock == null) {
        channel.close();
        throw new UsageException(
            "another " + who + " runs on the state folder " + folder + "; stop it first");
      }
      return new StateLock(channel, lock);
    } catch (IOException e) {
      throw new UsageException(
          "could not use the state folder "
              + folder
              + ": "
              + dev.swarm.tools.yaml.Definitions.reason(e)
              + "; name another with state-folder in swarm.yaml");
    }
  }

  @SuppressWarnings("NullAway") // null is how Java says that another has it
  private static @org.jspecify.annotations.Nullable FileLock tried(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
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
