package dev.swarm.cli;

import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.catalog.Parameter;
import dev.swarm.tools.catalog.Requirement;
import dev.swarm.tools.catalog.Source;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.Platform;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code swarm tools show} says of a tool. */
final class ToolPage {
  private final Page page;

  private ToolPage(Page page) {
    this.page = page;
  }

  static Page of(Tool tool, int width) {
    var page = new ToolPage(new Page(width));
    var _ =
        page.page
            .title(tool.name() + " (" + tool.area() + ", " + name(tool.cost()) + ")")
            .entry("", tool.description().replaceAll("\\s+", " "));
    tool.parameters().forEach(page::parameter);
    for (var platform : Platform.values()) {
      tool.forms(platform).forEach(form -> page.form(platform, form));
    }
    return page.page.entry("defined in", tool.origin());
  }

  private void parameter(Parameter parameter) {
    var choices =
        parameter.choices().isEmpty() ? "" : ": " + String.join(", ", parameter.choices());
    var _ =
        page.entry(
            "parameter",
            parameter.name()
                + " ("
                + name(parameter.type())
                + choices
                + parameter.fallback().map(value -> ", default " + value).orElse("")
                + (parameter.required() ? ", required" : "")
                + "): "
                + parameter.description());
  }

  private void form(Platform platform, Form form) {
    var _ = page.entry("on " + platform.id(), source(form.source()));
    for (var requirement : form.requires()) {
      var _ = page.entry("  requires", words(requirement));
    }
    var _ = page.entry("  within", bounds(form));
    var _ = page.entry("  rows", rows(form));
  }

  private static String bounds(Form form) {
    var twice = form.samples() == 2 ? ", twice, " + form.interval().toMillis() + " ms apart" : "";
    return form.timeout().toMillis() / 1000.0 + " s, " + form.outputCap() / 1024 + " KiB" + twice;
  }

  private static String rows(Form form) {
    return form.rows().kind()
        + ": "
        + form.rows().fields().stream()
            .map(field -> field.name() + " (" + name(field.type()) + ")")
            .collect(Collectors.joining(", "));
  }

  private static String source(Source source) {
    return switch (source) {
      case Source.Argv(var words) -> Argv.quoted(words);
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
}
