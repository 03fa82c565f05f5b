package dev.swarm.tools;

import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.Host;
import java.util.List;

/** Runs a form's program and says what came of it. */
final class CommandSource {
  private CommandSource() {}

  static Reading run(Host host, Form form, List<String> argv, int sample) {
    var command = new Command(argv, sample, form.timeout(), form.outputCap(), form.sees());
    return switch (host.run(command)) {
      case CommandResult.Exited(var exit, var stdout, var stderr, _) ->
          new Reading.Text(
              argv,
              silent(stdout.text(), stderr.text())
                  ? form.silent()
                  : ContentLines.of(form.contents(), stdout.text()),
              stderr.text(),
              exit,
              cut(stdout.omitted() + stderr.omitted()));
      case CommandResult.Broken(var why, _, _, _, _)
          when why == Failure.TIMED_OUT && form.timedOutIsFinding() && form.each().isEmpty() ->
          new Reading.Text(argv, broken(form, why, ""), "", form.exit().looked(), List.of());
      case CommandResult.Broken(var why, var detail, var stdout, _, _) ->
          new Reading.None(argv, why, broken(form, why, detail), stdout.text());
      case CommandResult.NotStarted(var why, var detail) ->
          new Reading.None(
              argv,
              why,
              why == Failure.ABSENT ? argv.getFirst() + " is not installed" : detail,
              "");
    };
  }

  private static boolean silent(String stdout, String stderr) {
    return stdout.isBlank() && stderr.isBlank();
  }

  private static String broken(Form form, Failure why, String detail) {
    return why == Failure.TIMED_OUT
        ? "no end within " + form.timeout().toMillis() / 1000.0 + " s"
        : detail;
  }

  private static List<ToolResult.Gap> cut(long omitted) {
    return omitted == 0
        ? List.of()
        : List.of(
            new ToolResult.Gap(
                ToolResult.Blind.UNPARSABLE, omitted + " bytes of its output were cut"));
  }
}
