package dev.swarm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A tool and a check of an operator that take a minute. */
final class SlowTool {
  /** What its process can be known by. */
  static final String SECONDS = "54.321";

  private SlowTool() {}

  /** The configuration that has it. */
  static Path in(Path folder) throws IOException {
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
            .formatted(SECONDS));
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
  static boolean runs() throws IOException {
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
      for (var process : processes) {
        if (commandLine(process).matches("(/\\S*/)?sleep\0" + SECONDS + "\0")) {
          return true;
        }
      }
      return false;
    }
  }

  /** Whether it goes on: the kernel takes a moment to end a namespace whose first process died. */
  static boolean goesOn() throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    boolean runs = runs();
    while (runs && System.nanoTime() - until < 0) {
      Thread.onSpinWait();
      runs = runs();
    }
    return runs;
  }

  private static String commandLine(Path process) {
    try {
      return Files.readString(process.resolve("cmdline"));
    } catch (IOException _) {
      return "";
    }
  }
}
