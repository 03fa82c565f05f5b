package dev.swarm.tools.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Where work directories are made: in the folder given, or, where that is full, read-only or not
 * ours, in memory ({@code /dev/shm}) or the temporary folder: a machine with a full disk is just
 * the one to be looked at.
 */
final class WorkRoot {
  private static final FileAttribute<?> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final List<Path> folders;

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
    IOException first = new IOException("no folder to make a work directory in");
    for (Path folder : folders) {
      try {
        return create(folder, marker);
      } catch (IOException e) {
        first.addSuppressed(e);
      }
    }
    throw new IOException(List.of(first.getSuppressed()).toString(), first);
  }

  private static WorkDirectory create(Path folder, String marker) throws IOException {
    Files.createDirectories(folder, OURS_ALONE);
    Path directory = folder.toRealPath().resolve("swarm-call-" + marker);
    return new WorkDirectory(Files.createDirectory(directory, OURS_ALONE));
  }
}
