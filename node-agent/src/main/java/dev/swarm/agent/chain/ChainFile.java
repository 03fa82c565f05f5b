package dev.swarm.agent.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The file that a chain is written to. One thread at a time. */
final class ChainFile {
  private static final Set<StandardOpenOption> WRITING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  /** Less free than this, and a write that failed failed for want of space. */
  private static final long FULL = 1 << 20;

  private static final int PROBE = 64 << 10;

  private final Path path;
  private final Keeping keeping;
  private final Optional<Signer> signer;
  private FileChannel channel;
  private Link end;
  private long good;
  private Link checkpoint = Link.START;

  private ChainFile(
      Path path,
      Keeping keeping,
      Optional<Signer> signer,
      FileChannel channel,
      Link end,
      long good) {
    this.path = path;
    this.keeping = keeping;
    this.signer = signer;
    this.channel = channel;
    this.end = end;
    this.good = good;
  }

  /**
   * Goes on where {@code reading} found the end; what was torn is cut off.
   *
   * @param signer writes heads beside the file; without one there are none
   */
  static ChainFile open(Path path, Keeping keeping, Optional<Signer> signer, ChainReading reading)
      throws IOException {
    var channel = channel(path);
    try {
      var _ = channel.truncate(reading.whole());
      channel.force(true);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new ChainFile(path, keeping, signer, channel, reading.end(), reading.whole());
  }

  private static FileChannel channel(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? FileChannel.open(
            path,
            WRITING,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : FileChannel.open(path, WRITING);
  }

  String name() {
    return String.valueOf(path.getFileName());
  }

  long size() {
    return good;
  }

  /** Adds lines and forces them to disk; without any, finds out whether that could be done. */
  void append(List<String> bodies) throws IOException {
    if (bodies.isEmpty()) {
      put(new byte[PROBE]);
      var _ = channel.truncate(good);
      return;
    }
    var chained = Chained.after(end, bodies);
    put(chained.bytes());
    good += chained.bytes().length;
    end = chained.end();
    if (good >= keeping.rotateAt()) {
      rotate();
    }
  }

  /** Begins an empty file where another ended. */
  void carryOn(Link before) throws IOException {
    var carried = Chained.after(before, List.of(Carried.body(before)));
    put(carried.bytes());
    good += carried.bytes().length;
    end = carried.end();
  }

  /** Lines of a chain, ready to be written. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Chained(byte[] bytes, Link end) {
    static Chained after(Link before, List<String> bodies) {
      var bytes = new ByteArrayOutputStream();
      var end = before;
      for (var body : bodies) {
        end = end.next(body);
        bytes.writeBytes((end.line(body) + "\n").getBytes(UTF_8));
      }
      return new Chained(bytes.toByteArray(), end);
    }
  }

  /** Writes behind the last good byte; if that fails, the file ends there again. */
  private void put(byte[] bytes) throws IOException {
    try {
      write(channel, bytes, good);
      channel.force(false);
    } catch (IOException e) {
      var _ = channel.truncate(good);
      throw e;
    }
  }

  private static void write(FileChannel to, byte[] bytes, long at) throws IOException {
    var left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      int _ = to.write(left, at + left.position());
    }
  }

  /** Puts a chain of these lines in the place of the whole file. */
  void replace(List<String> bodies) throws IOException {
    begin(Chained.after(Link.START, bodies), false);
  }

  private void rotate() throws IOException {
    begin(Chained.after(end, List.of(Carried.body(end))), true);
    new Rotated(path).deleteAllBut(keeping.files());
  }

  /** The new file is whole and on disk before it takes its place. */
  private void begin(Chained chained, boolean aside) throws IOException {
    var fresh = fresh(path);
    var _ = Files.deleteIfExists(fresh);
    var other = channel(fresh);
    try {
      write(other, chained.bytes(), 0);
      other.force(true);
      if (aside) {
        var _ = Files.move(path, new Rotated(path).next(), StandardCopyOption.ATOMIC_MOVE);
      }
      var _ = Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      other.close();
      var _ = Files.deleteIfExists(fresh);
      throw e;
    }
    channel.close();
    channel = other;
    end = chained.end();
    good = chained.bytes().length;
    forceFolder();
  }

  /** Where a new file is made ready. */
  static Path fresh(Path path) {
    return path.resolveSibling(path.getFileName() + ".next");
  }

  private void forceFolder() throws IOException {
    try (var folder =
        FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /** Writes down how far the chain goes, if it went on since. */
  void checkpoint() throws IOException {
    if (signer.isPresent() && !end.equals(checkpoint)) {
      Head.of(end, signer.get()).write(head(path));
      checkpoint = end;
    }
  }

  static Path head(Path path) {
    return path.resolveSibling(path.getFileName() + ".head");
  }

  void close() throws IOException {
    checkpoint();
    channel.close();
  }

  /** In words for people. */
  String trouble(Exception e) {
    return "could not write " + path + ": " + (isFull() ? "storage full" : e.getMessage());
  }

  private boolean isFull() {
    try {
      return Files.getFileStore(path).getUsableSpace() < FULL;
    } catch (IOException _) {
      return false;
    }
  }
}
