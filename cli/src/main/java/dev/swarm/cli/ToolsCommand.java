package dev.swarm.cli;

import dev.swarm.tools.Guard;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.catalog.Parameter;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.yaml.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm tools}: the catalog, and its tools by hand, on the same guarded path. */
@Command(
    name = "tools",
    description = "Lists the tools; shows or runs one.",
    mixinStandardHelpOptions = true,
    subcommands = {ToolsCommand.Show.class, ToolsCommand.Run.class})
final class ToolsCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    var knowledge = Knowledge.of(common.settings());
    var columns = new Columns();
    for (var tool : knowledge.catalog().all()) {
      columns.row(tool.area(), tool.name(), platforms(tool), first(tool.description()));
    }
    System.out.print(columns);
    return Problems.tell(knowledge.problems());
  }

  private static String platforms(Tool tool) {
    return tool.forms().keySet().stream()
        .sorted()
        .map(platform -> platform.id())
        .collect(Collectors.joining(","));
  }

  private static String first(String description) {
    int end = description.indexOf(". ");
    return (end < 0 ? description : description.substring(0, end)).replaceAll("\\s+", " ");
  }

  private static Tool named(Knowledge knowledge, String name) {
    var names = knowledge.catalog().tools().keySet();
    return knowledge
        .catalog()
        .tool(name)
        .orElseThrow(() ->
            new UsageException(
                "there is no tool '"
                    + name
                    + "'"
                    + Nearest.hint(name, names)
                    + " (swarm tools lists them)"));
  }

  /** {@code swarm tools show NAME}. */
  @Command(
      name = "show",
      description = "Shows how a tool is defined.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Parameters(paramLabel = "NAME", description = "The tool.")
    private String name = "";

    @Override
    public Integer call() {
      var tool = named(Knowledge.of(common.settings()), name);
      System.out.print(ToolPage.of(tool));
      return 0;
    }
  }

  /** {@code swarm tools run NAME [key=value…]}. */
  @Command(
      name = "run",
      description = "Runs a tool on this machine and prints what it saw.",
      mixinStandardHelpOptions = true)
  static final class Run implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Parameters(index = "0", paramLabel = "NAME", description = "The tool.")
    private String name = "";

    @Parameters(
        index = "1..*",
        paramLabel = "KEY=VALUE",
        description = "Its arguments; swarm tools show NAME lists them.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
      var settings = common.settings();
      try (var opening = new Opening(settings, Optional.empty())) {
        var tool = named(opening.knowledge(), name);
        var sandboxing = opening.parts().sandboxing();
        var guard =
            new Guard(sandboxing.contained(), settings.trustArguments(), settings.forbiddenTools());
        var toolbox = new Toolbox(opening.host(), opening.knowledge().catalog(), guard);
        return tell(toolbox.run(call(tool)));
      }
    }

    private ToolCall call(Tool tool) {
      var values = new LinkedHashMap<String, String>();
      for (var argument : arguments) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
          throw new UsageException(
              "an argument is KEY=VALUE, not '"
                  + argument
                  + "'; "
                  + tool.name()
                  + " takes "
                  + tool.parameters().stream()
                      .map(Parameter::name)
                      .collect(Collectors.joining(", ", "[", "]")));
        }
        values.put(argument.substring(0, equals), argument.substring(equals + 1));
      }
      return new ToolCall(tool.name(), values, ToolCall.Caller.OPERATOR);
    }

    private static int tell(ToolResult result) {
      int number = 1;
      for (var line : result.text().lines()) {
        System.out.printf(Locale.ROOT, "%5d │ %s%n", number, line);
        number++;
      }
      for (var row : result.rows()) {
        System.out.println(words(row));
      }
      result.gaps().forEach(gap -> System.err.println("swarm: not seen: " + gap.reason()));
      return switch (result.ending()) {
        case Ending.Ok _, Ending.Flagged _ -> said("looked", result, 0);
        case Ending.Nothing _ -> said("looked, and there is nothing", result, 0);
        case Ending.NotApplicable(var reason) -> said("not applicable: " + reason, result, 0);
        case Ending.Unknown(_, var reason) -> said("could not look: " + reason, result, 3);
        case Ending.Refused(var rule, var reason) ->
            said("refused by " + rule + ": " + reason, result, 2);
      };
    }

    private static String words(Row row) {
      return "  "
          + row.kind()
          + " "
          + row.subject()
          + ": "
          + row.fields().entrySet().stream()
              .map(field -> field.getKey() + " " + field.getValue().shown())
              .collect(Collectors.joining(", "));
    }

    private static int said(String what, ToolResult result, int code) {
      System.err.printf(
          Locale.ROOT,
          "swarm: %s (%d rows, %d ms)%n",
          what,
          result.rows().size(),
          result.took().toMillis());
      return code;
    }
  }
}
