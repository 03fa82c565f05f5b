package dev.swarm.agent.ledger;

import dev.swarm.agent.chain.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where one agent keeps what outlives it. One process at a time has it; the lock goes with the
 * process, however it ends.
 */
public final class StateFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;

  private StateFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Makes the folder if it is missing, for its owner only, and takes it.
   *
   * @throws StorageException if another agent has it, or it cannot be used; the message is for
   *     people
   */
  public static StateFolder take(Path folder) {
    try {
      make(folder);
      var channel =
          FileChannel.open(
              folder.resolve("agent.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (lock(channel).isEmpty()) {
        var holder = holder(channel);
        channel.close();
        throw new StorageException(
            "could not start: another agent"
                + holder
                + " works in "
                + folder
                + "; stop it, or give this one a state folder of its own");
      }
      sign(channel);
      return new StateFolder(folder, channel);
    } catch (IOException e) {
      throw new StorageException("could not use the state folder " + folder + ": " + e, e);
    }
  }

  private static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var _ =
          Files.createDirectories(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      var _ = Files.createDirectories(folder);
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException _) {
      return Optional.empty();
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    var text = ByteBuffer.allocate(32);
    int length = channel.read(text, 0);
    var pid =
        length > 0 ? new String(text.array(), 0, length, StandardCharsets.US_ASCII).strip() : "";
    return pid.isEmpty() ? "" : " (pid " + pid + ")";
  }

  private static void sign(FileChannel channel) throws IOException {
    var pid = ProcessHandle.current().pid() + "\n";
    var _ = channel.truncate(0);
    int _ = channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  public Path ledger() {
    return folder.resolve("ledger.log");
  }

  public Path commandLog() {
    return folder.resolve("commands.log");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StorageException("could not leave the state folder " + folder + ": " + e, e);
    }
  }
}
