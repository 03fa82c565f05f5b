package dev.swarm.tools.host;

import dev.swarm.tools.host.DirectoryResult.Entry;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists a directory: each name for itself, links not followed, in name order. A deleted file that a
 * process holds open has the size of the file.
 */
final class WholeDirectory {
  private static final int MOST_ENTRIES = 100_000;

  private WholeDirectory() {}

  static List<Entry> list(Path directory) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path path : stream) {
        entry(path).ifPresent(entries::add);
        if (entries.size() > MOST_ENTRIES) {
          throw new FileSystemException(
              directory.toString(), null, "it has more than " + MOST_ENTRIES + " entries");
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(Comparator.comparing(Entry::name));
    return entries;
  }

  /** Empty if it vanished since its name was read. */
  private static Optional<Entry> entry(Path path) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Optional<String> target =
          attributes.isSymbolicLink()
              ? Optional.of(Files.readSymbolicLink(path).toString())
              : Optional.empty();
      return Optional.of(
          new Entry(
              path.getFileName().toString(),
              type(attributes),
              target.filter(WholeDirectory::deleted).isPresent() ? behind(path) : attributes.size(),
              attributes.lastModifiedTime().toInstant(),
              target));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * So the kernel marks, below {@code /proc/[pid]/fd}, what has no name any more; proc_pid_fd(5).
   */
  private static boolean deleted(String target) {
    return target.startsWith("/") && target.endsWith(" (deleted)");
  }

  /**
   * Only such a link leads to the deleted file itself; any other one of that name leads nowhere.
   */
  private static long behind(Path path) throws IOException {
    return path.startsWith("/proc") ? Files.size(path) : 0;
  }

  private static DirectoryResult.Type type(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return DirectoryResult.Type.LINK;
    }
    if (attributes.isDirectory()) {
      return DirectoryResult.Type.DIRECTORY;
    }
    return attributes.isRegularFile() ? DirectoryResult.Type.FILE : DirectoryResult.Type.OTHER;
  }
}
