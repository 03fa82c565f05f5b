package dev.swarm.cli;

import dev.swarm.coordinator.report.Options;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.Style;
import dev.swarm.protocol.Severity;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command shows a report, and what it says meanwhile. Data on stdout, talk on stderr. */
final class Presentation {
  private static final int WIDTH = 100;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, jsonl, markdown, html, sarif or junit; default text.")
  private String output = "text";

  @Option(
      names = "--output-file",
      paramLabel = "FILE",
      description = "Write the report there instead of to stdout.")
  @Nullable
  private Path outputFile;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 from this severity up: info, warning or critical.")
  @Nullable
  private String failOn;

  @Option(
      names = "--strict",
      description =
          "Whatever could not be looked at makes the audit incomplete, lack of rights too.")
  private boolean strict;

  @Option(
      names = "--trust-model",
      description = "Findings that no check covers count for the exit code as well.")
  private boolean trustModel;

  @Option(names = "--verbose", description = "Tell each tool call as it happens, on stderr.")
  private boolean verbose;

  @Option(names = "--quiet", description = "No progress on stderr.")
  private boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never; NO_COLOR is heeded.")
  private String color = "auto";

  Policy policy(Severity usual) {
    var format = AuditCommand.format(output);
    if (format.renderer() == null || !color.matches("auto|always|never")) {
      throw new UsageException("--color is auto, always or never, not '" + color + "'");
    }
    return new Policy(failOn == null ? usual : AuditCommand.failOn(failOn), strict, trustModel);
  }

  Progress progress() {
    var talk =
        quiet
            ? Progress.Talk.NONE
            : verbose
                ? Progress.Talk.CALLS
                : Terminal.stderr() ? Progress.Talk.LINE : Progress.Talk.NONE;
    return new Progress(System.err, talk);
  }

  void complain(String text) {
    System.err.println("swarm: " + text);
  }

  void print(Report report, Optional<String> notKept, Policy policy) {
    notKept.ifPresent(reason -> complain("this run is not kept: " + reason));
    var format = AuditCommand.format(output);
    var options = new Options(width(), style(), policy, ZoneId.systemDefault());
    try (var out = new PrintWriter(stream(), false, StandardCharsets.UTF_8)) {
      format.renderer().render(report, options, out);
      if (out.checkError()) {
        throw new IOException("the other side was closed, or the disk is full");
      }
    } catch (IOException e) {
      throw new UsageException(
          "could not write the report to "
              + (outputFile == null ? "stdout" : outputFile)
              + ": "
              + e.getMessage());
    }
  }

  private PrintStream stream() throws IOException {
    return outputFile == null
        ? new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8)
        : new PrintStream(Files.newOutputStream(outputFile), false, StandardCharsets.UTF_8);
  }

  private int width() {
    return outputFile == null ? Terminal.width().orElse(WIDTH) : WIDTH;
  }

  private Style style() {
    boolean wanted =
        switch (color) {
          case "always" -> true;
          case "never" -> false;
          default -> outputFile == null && Terminal.stdout() && Terminal.colorful();
        };
    return wanted ? Style.ANSI : Style.PLAIN;
  }
}
