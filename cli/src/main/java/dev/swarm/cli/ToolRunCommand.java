package dev.swarm.cli;

import dev.swarm.tools.Guard;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.catalog.Parameter;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.rows.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm tools run NAME [key=value…]}: a tool by hand, on the same guarded path. */
@Command(
    name = "run",
    description = "Runs a tool on this machine and prints what it saw.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it looked",
      "2:an argument was refused; the rule is named",
      "3:it could not look",
      "4:forbidden by swarm.yaml",
      "130:interrupted"
    })
final class ToolRunCommand implements Callable<Integer> {
  private static final String POLICY = "policy";

  private final Surroundings here;

  @Mixin private final Setup setup;

  @Parameters(index = "0", paramLabel = "NAME", description = "The tool.")
  private String name = "";

  @Parameters(
      index = "1..*",
      paramLabel = "KEY=VALUE",
      description = "Its arguments; swarm tools show NAME lists them.")
  private List<String> arguments = new ArrayList<>();

  ToolRunCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var settings = setup.settings();
    try (var opening = Opening.passing(here, settings, "a tool by hand")) {
      var call = call(ToolsCommand.named(opening.knowledge(), name));
      var sandboxing = opening.sandboxing().get();
      var guard =
          new Guard(sandboxing.contained(), settings.trustArguments(), settings.forbiddenTools());
      var toolbox = new Toolbox(opening.host(), opening.knowledge().catalog(), guard);
      try (var interruption = Interruption.of(here, Thread.currentThread()::interrupt)) {
        var exit = tell(toolbox.run(call));
        return (interruption.happened() ? Exit.INTERRUPTED : exit).code();
      }
    }
  }

  private ToolCall call(Tool tool) {
    var values = new LinkedHashMap<String, String>();
    for (var argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new UsageException(
            "an argument is KEY=VALUE, not '" + argument + "'; " + takes(tool));
      }
      if (values.put(argument.substring(0, equals), argument.substring(equals + 1)) != null) {
        throw new UsageException(
            "the argument '" + argument.substring(0, equals) + "' stands twice; keep one");
      }
    }
    return new ToolCall(tool.name(), values, ToolCall.Caller.OPERATOR);
  }

  private static String takes(Tool tool) {
    var names = tool.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    return tool.name() + " takes " + (names.isEmpty() ? "none" : names);
  }

  private Exit tell(ToolResult result) {
    Numbered.print(here, result.text().value());
    result.rows().forEach(row -> here.out().println(words(row)));
    result.gaps().forEach(gap -> here.say("not seen: " + gap.reason()));
    return switch (result.ending()) {
      case Ending.Ok _, Ending.Flagged _ -> said("looked" + effort(result), Exit.DONE);
      case Ending.Nothing _ -> said("looked, and there is nothing" + effort(result), Exit.DONE);
      case Ending.NotApplicable(var reason) -> said("not applicable: " + reason, Exit.DONE);
      case Ending.Unknown(_, var reason) -> said("could not look: " + reason, Exit.INCOMPLETE);
      case Ending.Refused(var rule, var reason) ->
          said(
              "refused by " + rule + ": " + reason,
              rule.equals(POLICY) ? Exit.REFUSED : Exit.USAGE);
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

  private static String effort(ToolResult result) {
    return " (" + result.rows().size() + " rows, " + result.took().toMillis() + " ms)";
  }

  private Exit said(String what, Exit exit) {
    here.say(what);
    return exit;
  }
}
