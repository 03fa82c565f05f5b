package dev.swarm.tools.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processes that a call has left behind: children of this one, dead ones too, and any that names
 * our folder in its arguments, its environment or as its working directory.
 */
record Survivors(String folder) {

  /** What is left once nothing is, or when the time is over. */
  List<String> after(Duration atMost) throws IOException {
    Patience.upTo(atMost, this::none);
    return now();
  }

  /** Whether nothing is left. */
  boolean none() {
    return now().isEmpty();
  }

  private List<String> now() {
    long self = ProcessHandle.current().pid();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> process.getFileName().toString().matches("\\d+"))
          .filter(process -> !process.endsWith(String.valueOf(self)))
          .filter(process -> isChildOf(self, process) || isOurs(process))
          .map(Survivors::described)
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean isOurs(Path process) {
    return read(process.resolve("cmdline")).contains(folder)
        || read(process.resolve("environ")).contains(folder)
        || target(process.resolve("cwd")).startsWith(folder);
  }

  private static boolean isChildOf(long parent, Path process) {
    String stat = read(process.resolve("stat"));
    return stat.substring(stat.lastIndexOf(')') + 1).startsWith(" " + parent + " ", 2);
  }

  private static String described(Path process) {
    return read(process.resolve("stat")) + read(process.resolve("cmdline")).replace('\0', ' ');
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
