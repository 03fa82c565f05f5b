package dev.swarm.cli;

import dev.swarm.coordinator.report.Format;
import dev.swarm.coordinator.report.Options;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.Style;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which format a report goes where. */
final class Presentation {
  private final Surroundings here;

  @Option(
      names = "--output",
      order = 20,
      paramLabel = "FORMAT",
      description = "text (default), json, jsonl, markdown, html, sarif or junit.")
  private String output = "text";

  @Option(
      names = "--output-file",
      order = 21,
      paramLabel = "FILE",
      description = "Write the report there instead of to stdout.")
  @Nullable
  private Path file;

  @Option(
      names = "--color",
      order = 22,
      paramLabel = "WHEN",
      description = "auto (default: on a terminal, NO_COLOR is heeded), always or never.")
  private String color = "auto";

  Presentation(Surroundings here) {
    this.here = here;
  }

  private enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Refuses what cannot be done, before anything is. */
  void check() {
    var _ = format();
    var _ = style();
    reportFile().ifPresent(ReportFile::check);
  }

  /** Writes the report; of stdout, {@link Stdout} tells whether it could. */
  void print(Report report, Policy policy) {
    var options = new Options(width(), style(), policy, ZoneId.systemDefault());
    var renderer = format().renderer();
    if (reportFile().isPresent()) {
      reportFile().get().write(out -> renderer.render(report, options, out));
      return;
    }
    try {
      var out = new OutputStreamWriter(here.out(), StandardCharsets.UTF_8);
      renderer.render(report, options, out);
      out.flush();
    } catch (IOException e) {
      throw new UsageException("could not write the report to stdout: " + e.getMessage());
    }
  }

  private Optional<ReportFile> reportFile() {
    return Optional.ofNullable(file).map(ReportFile::new);
  }

  private Format format() {
    return Choice.of("--output", output, Format.values(), Format::id);
  }

  private int width() {
    return file == null ? here.terminal().width() : Options.STANDARD.width();
  }

  private Style style() {
    var when =
        Choice.of("--color", color, Color.values(), one -> one.name().toLowerCase(Locale.ROOT));
    boolean wanted =
        switch (when) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> file == null && here.terminal().colorful();
        };
    return wanted ? Style.ANSI : Style.PLAIN;
  }
}
