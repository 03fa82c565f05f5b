package dev.swarm.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes commands as a manual page in the macros of man(7). */
final class ManPage {
  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  static String of(CommandSpec root) {
    var man = new ManPage();
    man.macro(".TH SWARM 1 \"\" \"swarm " + Version.text() + "\" \"User Commands\"");
    man.macro(".SH NAME");
    man.text("swarm - is anything wrong, anywhere? audits machines, with proof");
    man.macro(".SH SYNOPSIS");
    man.raw("\\fBswarm\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]");
    man.macro(".SH COMMANDS");
    root.subcommands().values().stream().distinct().forEach(c -> man.command(c.getCommandSpec()));
    man.exits(root.subcommands().get("audit").getCommandSpec());
    man.environment();
    man.files();
    return man.page.toString();
  }

  private void command(CommandSpec command) {
    macro(".SS \"" + escaped(synopsis(command)) + "\"");
    words(command.usageMessage().description());
    command.positionalParameters().forEach(this::parameter);
    command.options().stream()
        .filter(option -> !option.usageHelp())
        .sorted(Comparator.comparingInt(OptionSpec::order))
        .forEach(this::option);
    footer(command.usageMessage().footer());
    command.subcommands().values().forEach(c -> command(c.getCommandSpec()));
  }

  private static String synopsis(CommandSpec command) {
    var parts = new StringBuilder(command.qualifiedName());
    for (var parameter : command.positionalParameters()) {
      var label = parameter.paramLabel();
      parts.append(' ').append(parameter.required() ? label : "[" + label + "]");
    }
    return parts.toString();
  }

  private void parameter(PositionalParamSpec parameter) {
    macro(".TP");
    raw("\\fI" + escaped(parameter.paramLabel()) + "\\fR");
    words(parameter.description());
  }

  private void option(OptionSpec option) {
    var value = option.arity().max() == 0 ? "" : "=\\fI" + escaped(option.paramLabel()) + "\\fR";
    macro(".TP");
    raw("\\fB" + escaped(String.join(", ", option.names())) + "\\fR" + value);
    words(option.description());
  }

  private void exits(CommandSpec audit) {
    macro(".SH EXIT STATUS");
    for (Map.Entry<String, String> exit : audit.usageMessage().exitCodeList().entrySet()) {
      entry(exit.getKey().strip(), exit.getValue());
    }
    entry("4", "refused by policy");
    entry("5", "a question without a model: no router is known, or none replied");
  }

  private void environment() {
    macro(".SH ENVIRONMENT");
    entry("SWARM_JAVA_HOME", "The JDK to take, 25 or newer.");
    entry("SWARM_JAVA_OPTS", "Further options for its java.");
    entry("NO_COLOR", "Set to anything: no colour.");
    entry(
        "XDG_CONFIG_HOME, XDG_STATE_HOME", "Where the configuration is, and where runs are kept.");
  }

  private void files() {
    macro(".SH FILES");
    entry("~/.config/swarm/swarm.yaml, /etc/swarm/swarm.yaml", "Configuration; the first is used.");
    entry("~/.local/state/swarm/runs.db", "The runs that are kept.");
  }

  private void entry(String term, String meaning) {
    macro(".TP");
    raw("\\fB" + escaped(term) + "\\fR");
    text(meaning);
  }

  private void footer(String... lines) {
    var text = List.of(lines).stream().filter(line -> !line.isBlank()).toList();
    if (!text.isEmpty()) {
      macro(".PP");
      macro(".nf");
      text.forEach(this::text);
      macro(".fi");
    }
  }

  private void words(String... lines) {
    text(String.join(" ", lines));
  }

  private void text(String text) {
    raw(escaped(Ansi.OFF.string(text)));
  }

  /** A line that begins with a dot or a quote would be a macro. */
  private void raw(String line) {
    boolean macro = line.startsWith(".") || line.startsWith("'");
    page.append(macro ? "\\&" : "").append(line).append('\n');
  }

  private void macro(String line) {
    page.append(line).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("\"", "\\(dq")
        .replace("…", "..."); // which the devices of terminals lack
  }
}
