package dev.swarm.cli;

import dev.swarm.tools.host.IoFailure;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file that a report goes to. It is written beside its place and then put there, so that a full
 * disk leaves the report of last time whole; what is no plain file is written to as it is.
 */
record ReportFile(Path path) {

  /** Writes a report. */
  interface Content {
    void to(Writer out) throws IOException;
  }

  /**
   * Refuses a place that cannot be written to.
   *
   * @throws UsageException saying why
   */
  void check() {
    var folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw unwritable("it is a folder; name a file in it");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw unwritable("the folder " + folder + " does not exist; make it first");
    }
    if (!Files.isWritable(Files.exists(path) ? path : folder)) {
      throw unwritable("permission denied");
    }
  }

  /**
   * Writes it.
   *
   * @throws UsageException saying why it could not
   */
  void write(Content content) {
    try {
      if (Files.exists(path) && !replaceable()) {
        write(path, content);
      } else {
        replace(content);
      }
    } catch (IOException e) {
      throw unwritable(IoFailure.reason(e));
    }
  }

  private boolean replaceable() {
    return Files.isRegularFile(path)
        && !Files.isSymbolicLink(path)
        && Files.isWritable(path.toAbsolutePath().getParent());
  }

  private void replace(Content content) throws IOException {
    var fresh = path.resolveSibling(path.getFileName() + ".new");
    try {
      write(fresh, content);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void write(Path path, Content content) throws IOException {
    try (var out = Files.newBufferedWriter(path)) {
      content.to(out);
    }
  }

  private UsageException unwritable(String reason) {
    return new UsageException("could not write the report to " + path + ": " + reason);
  }
}
