package dev.swarm.cli;

import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.catalog.Parameter;
import dev.swarm.tools.catalog.Requirement;
import dev.swarm.tools.catalog.Source;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.Platform;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code swarm tools show} says of a tool. */
final class ToolPage {
  private final StringBuilder text = new StringBuilder();

  private ToolPage() {}

  static String of(Tool tool) {
    var page = new ToolPage();
    page.line("", tool.name() + " (" + tool.area() + ", " + name(tool.cost()) + ")");
    page.line("", tool.description().replaceAll("\\s+", " "));
    tool.parameters().forEach(page::parameter);
    for (var platform : Platform.values()) {
      tool.forms(platform).forEach(form -> page.form(platform, form));
    }
    page.line("defined in", tool.origin());
    return page.text.toString();
  }

  private void parameter(Parameter parameter) {
    var bounds = parameter.choices().isEmpty() ? "" : ": " + String.join(", ", parameter.choices());
    line(
        "parameter",
        parameter.name()
            + " ("
            + name(parameter.type())
            + bounds
            + parameter.fallback().map(value -> ", default " + value).orElse("")
            + (parameter.required() ? ", required" : "")
            + ") "
            + parameter.description());
  }

  private void form(Platform platform, Form form) {
    line("on " + platform.id(), source(form.source()));
    for (var requirement : form.requires()) {
      line("  requires", words(requirement));
    }
    line(
        "  within",
        form.timeout().toMillis() / 1000.0
            + " s, "
            + form.outputCap() / 1024
            + " KiB"
            + (form.samples() == 2 ? ", twice, " + form.interval().toMillis() + " ms apart" : ""));
    line(
        "  rows",
        form.rows().kind()
            + ": "
            + form.rows().fields().stream()
                .map(field -> field.name() + " (" + name(field.type()) + ")")
                .collect(Collectors.joining(", ")));
  }

  private static String source(Source source) {
    return switch (source) {
      case Source.Argv(var words) -> String.join(" ", words);
      case Source.Files(var globs) -> "files " + String.join(" ", globs);
      case Source.Directories(var globs) -> "directories " + String.join(" ", globs);
      case Source.Reader(var name) -> "/proc, by the reader '" + name + "'";
    };
  }

  private static String words(Requirement requirement) {
    return name(requirement.kind())
        + " "
        + requirement.value()
        + ", or else "
        + (requirement.absentMeansNotApplicable() ? "not applicable: " : "unknown: ")
        + requirement.reason();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void line(String label, String value) {
    text.append(label.isEmpty() ? "" : pad(label)).append(value).append('\n');
  }

  private static String pad(String label) {
    char[] blanks = new char[Math.max(1, 12 - label.length())];
    Arrays.fill(blanks, ' ');
    return label + new String(blanks);
  }
}
