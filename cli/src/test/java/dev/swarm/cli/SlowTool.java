package dev.swarm.cli;

import dev.swarm.chaos.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A tool and a check of an operator that take a minute. */
final class SlowTool {
  /** What its process can be known by. */
  static final String SECONDS = "54.321";

  private SlowTool() {}

  /** The configuration that has it. */
  static Path in(Path folder) throws IOException {
    return in(folder, SECONDS);
  }

  /** The same with one that takes {@code seconds}. */
  static Path in(Path folder, String seconds) throws IOException {
    Files.createDirectories(folder.resolve("tools"));
    Files.createDirectories(folder.resolve("checks"));
    Files.writeString(
        folder.resolve("tools/slow.yaml"),
        """
        tools:
          - name: slow
            description: Takes a minute.
            area: storage
            cost: heavy
            linux:
              - argv: [sleep, "%s"]
                timeout: 60s
            rows: {grammar: lines, lines: ['^(?<a>x)'], kind: x, subject: "{a}", fields: {a: {type: text}}}
        """
            .formatted(seconds));
    Files.writeString(
        folder.resolve("checks/slow.yaml"),
        """
        checks:
          - {id: storage.slow, area: storage, tool: slow, proof: state, severity: [{warning: present(a)}],
             title: x, detail: x, remedy: x, see: x, threshold: x, source: x, why: x}
        """);
    var config = folder.resolve("swarm.yaml");
    Files.writeString(
        config,
        "tools-folder: "
            + folder.resolve("tools")
            + "\nchecks-folder: "
            + folder.resolve("checks"));
    return config;
  }

  /** Whether its process is there. */
  static boolean runs() {
    return runs(SECONDS);
  }

  static boolean runs(String seconds) {
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
      for (var process : processes) {
        if (commandLine(process).matches("(/\\S*/)?sleep\0" + seconds + "\0")) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end: the kernel takes a moment with a namespace whose first process died. */
  static void awaitGone() {
    var _ = Patience.until(() -> !runs(), Duration.ofSeconds(3), () -> "the slow tool is gone");
  }

  private static String commandLine(Path process) {
    try {
      return Files.readString(process.resolve("cmdline"));
    } catch (IOException _) {
      return "";
    }
  }
}
