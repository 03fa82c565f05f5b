package dev.swarm.loadtest.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where a load test keeps what it needs while it runs; gone with it.
 *
 * @param work on disk: keys, the coordinator's store, what processes complain about
 * @param nodes what many machines would write to a disk each: in memory where that can be had, for
 *     here it all would go to one
 */
record Folders(Path work, Path nodes) implements AutoCloseable {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final String PREFIX = "swarm-loadtest-";

  /** New ones; {@code base} is for what is on disk. */
  static Folders make(Path base) throws IOException {
    var work = Files.createTempDirectory(Files.createDirectories(base), PREFIX);
    boolean memory = Files.isDirectory(MEMORY) && Files.isWritable(MEMORY);
    var nodes =
        memory
            ? Files.createTempDirectory(MEMORY, PREFIX)
            : Files.createDirectory(work.resolve("nodes"));
    return new Folders(work, nodes);
  }

  @Override
  public void close() {
    try {
      delete(nodes);
      delete(work);
    } catch (IOException e) {
      throw new UncheckedIOException("could not remove what the load test left in " + work, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    var _ =
        Files.walkFileTree(
            folder,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                  throws IOException {
                var _ = Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult postVisitDirectory(Path done, IOException failure)
                  throws IOException {
                var _ = Files.deleteIfExists(done);
                return FileVisitResult.CONTINUE;
              }
            });
  }
}
