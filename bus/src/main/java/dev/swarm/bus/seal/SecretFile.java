package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Writes files that only their owner may read, whole or not at all. */
public final class SecretFile {
  private SecretFile() {}

  /**
   * Puts {@code text} at {@code path}, in place of what was there; it is on the disk afterwards.
   *
   * @throws IOException if it cannot; what was there is then still there
   */
  public static void write(Path path, String text) throws IOException {
    var whole = path.toAbsolutePath();
    var fresh = whole.resolveSibling("." + UUID.randomUUID() + ".new");
    try {
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      try (var out = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), mode)) {
        var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
          int _ = out.write(bytes);
        }
        out.force(true);
      }
      Files.move(fresh, whole, ATOMIC_MOVE);
      sync(whole.getParent());
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Only then a new name is sure to be there after a power cut. */
  private static void sync(Path folder) throws IOException {
    try (var open = FileChannel.open(folder, READ)) {
      open.force(true);
    }
  }
}
