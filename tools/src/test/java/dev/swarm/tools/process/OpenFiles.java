package dev.swarm.tools.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What this process has open of the kinds that starting a program needs. */
final class OpenFiles {
  private OpenFiles() {}

  /** Pipes and processes, by what they are; jars and sockets come and go by themselves. */
  static List<String> now() {
    List<String> open = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      files.forEach(file -> open.add(target(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.removeIf(target -> !target.startsWith("pipe:") && !target.contains("pidfd"));
    return open.stream().sorted().toList();
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      return ""; // it was open for the look alone
    }
  }
}
