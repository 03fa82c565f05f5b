package dev.swarm.tools.host;

import dev.swarm.tools.host.DirectoryResult.Listing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Reads files and lists directories of this machine. What the kernel answers at once, in {@code
 * /proc} and {@code /sys}, is read on the caller's thread; all else with a deadline, since a dead
 * network mount never answers.
 */
final class LiveFiles {
  private static final int CAP_BYTES = 4 * 1024 * 1024;
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final int HANGING_AT_MOST = 16;

  /** Below a process's folder these lead out of /proc. */
  private static final Set<String> WAYS_OUT = Set.of("root", "cwd", "fd", "exe", "map_files");

  private static final Set<String> LINKS_OUT = Set.of("root", "cwd", "exe");

  /** Regular files of the kernel whose reader waits for something to happen. */
  private static final Set<String> WAITING =
      Set.of("kmsg", "trace_pipe", "trace_pipe_raw", "channel", "clear_refs");

  private final Abandonment abandonment = new Abandonment(HANGING_AT_MOST, DEADLINE);

  FileResult read(Path file) {
    if (answersAtOnce(file)) {
      return readKernelFile(file);
    }
    return abandonment.call(
        () -> readNow(file),
        why -> new FileResult.Failed(Failure.TIMED_OUT, said("read", file, why)));
  }

  DirectoryResult list(Path directory) {
    if (answersAtOnce(directory)) {
      return listNow(directory);
    }
    return abandonment.call(
        () -> listNow(directory),
        why -> new DirectoryResult.Failed(Failure.TIMED_OUT, said("list", directory, why)));
  }

  /** A failure is looked at again through java.nio.file, whose exceptions say which one it was. */
  private static FileResult readKernelFile(Path file) {
    try {
      return new FileResult.Content(KernelFile.read(file, CAP_BYTES));
    } catch (IOException | SecurityException e) {
      return readNow(file);
    }
  }

  private static FileResult readNow(Path file) {
    try {
      return new FileResult.Content(WholeFile.read(file, CAP_BYTES));
    } catch (IOException | SecurityException e) {
      return new FileResult.Failed(IoFailure.of(e), said("read", file, IoFailure.reason(e)));
    }
  }

  private static DirectoryResult listNow(Path directory) {
    try {
      return new Listing(WholeDirectory.list(directory));
    } catch (IOException | SecurityException e) {
      return new DirectoryResult.Failed(
          IoFailure.of(e), said("list", directory, IoFailure.reason(e)));
    }
  }

  private static boolean answersAtOnce(Path path) {
    if (!path.isAbsolute() || !(path.startsWith("/proc") || path.startsWith("/sys"))) {
      return false;
    }
    for (int i = 1; i < path.getNameCount(); i++) {
      String name = path.getName(i).toString();
      boolean last = i == path.getNameCount() - 1;
      if (name.equals("..") || WAITING.contains(name) || (WAYS_OUT.contains(name) && !last)) {
        return false;
      }
    }
    return !LINKS_OUT.contains(String.valueOf(path.getFileName()));
  }

  private static String said(String verb, Path path, String why) {
    return "could not " + verb + " " + path + ": " + why;
  }
}
