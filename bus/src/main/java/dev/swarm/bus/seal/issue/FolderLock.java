package dev.swarm.bus.seal.issue;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** One command at a time changes a keys folder: no list of revocations gets lost. */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until nobody else has it.
   *
   * @throws KeysException if somebody in this very process has it
   */
  static FolderLock take(Path folder) throws IOException {
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var channel = FileChannel.open(folder.resolve(".lock"), Set.of(CREATE, WRITE), mine);
    try {
      var _ = channel.lock();
      return new FolderLock(channel);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new KeysException("somebody else is changing the keys in " + folder + "; try again");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
