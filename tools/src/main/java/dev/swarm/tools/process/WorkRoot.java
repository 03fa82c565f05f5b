package dev.swarm.tools.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where work directories are made: in the folder given, or, where that is full, read-only or not
 * ours, in memory ({@code /dev/shm}) or the temporary folder: a machine with a full disk is just
 * the one to be looked at.
 */
final class WorkRoot {
  private static final FileAttribute<?> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final String PREFIX = "swarm-call-";

  /** Longer than any call lives: what is older was left by a process that was killed. */
  private static final Duration STALE = Duration.ofHours(1);

  private final List<Path> folders;
  private final AtomicBoolean swept = new AtomicBoolean();

  /** The folder that was good the last time, without symbolic links. */
  private volatile Optional<Path> known = Optional.empty();

  WorkRoot(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  static WorkRoot in(Path folder) {
    return new WorkRoot(
        List.of(
            folder.toAbsolutePath(),
            Path.of("/dev/shm"),
            Path.of(System.getProperty("java.io.tmpdir"))));
  }

  /** A fresh, empty directory that only this user may enter. */
  WorkDirectory create(String marker) throws IOException {
    if (swept.compareAndSet(false, true)) {
      sweep(folders.getFirst());
    }
    if (known.isPresent()) {
      try {
        return in(known.get(), marker);
      } catch (IOException e) {
        known = Optional.empty(); // it is gone, or full: look again
      }
    }
    return anywhere(marker);
  }

  private WorkDirectory anywhere(String marker) throws IOException {
    IOException first = new IOException("no folder to make a work directory in");
    for (Path folder : folders) {
      try {
        Files.createDirectories(folder, OURS_ALONE);
        Path real = folder.toRealPath();
        WorkDirectory directory = in(real, marker);
        known = Optional.of(real).filter(_ -> folder.equals(folders.getFirst()));
        return directory;
      } catch (IOException e) {
        first.addSuppressed(e);
      }
    }
    throw new IOException(List.of(first.getSuppressed()).toString(), first);
  }

  private static WorkDirectory in(Path folder, String marker) throws IOException {
    return new WorkDirectory(Files.createDirectory(folder.resolve(PREFIX + marker), OURS_ALONE));
  }

  private static void sweep(Path folder) {
    Instant stale = Instant.now().minus(STALE);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path directory : left) {
        if (Files.getLastModifiedTime(directory).toInstant().isBefore(stale)) {
          new WorkDirectory(directory).remove();
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // there is none yet, or it is not ours to clean
    }
  }
}
