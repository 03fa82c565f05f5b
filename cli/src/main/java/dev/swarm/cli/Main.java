package dev.swarm.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;

/** The {@code swarm} command. */
@Command(
    name = "swarm",
    description = "Is anything wrong, anywhere? Audits machines, with proof.",
    versionProvider = Version.class,
    footer = {"", "swarm COMMAND --help tells more of each."})
public final class Main implements Callable<Integer> {
  private final Surroundings here;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean version;

  private Main(Surroundings here) {
    this.here = here;
  }

  /** Runs the command line {@code args} and ends the process with its exit code. */
  public static void main(String[] args) {
    var stdout = new Stdout();
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    var here = new Surroundings(System.getenv(), stdout.printer(), err);
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
      // What comes too late for threads that were ended, while something is left, is no bug.
      if (!(failure instanceof RejectedExecutionException)) {
        int _ = Failures.tell(here, failure);
      }
    });
    int code = run(here, args);
    here.out().flush();
    if (stdout.trouble().isPresent()) {
      here.say("could not write to stdout: " + stdout.trouble().get());
      code = Exit.USAGE.code();
    }
    System.exit(code);
  }

  /** Runs a command line and gives its exit code; nothing is thrown. */
  static int run(Surroundings here, String... args) {
    try {
      return commands(here, args.length == 0 ? "" : args[0]).execute(args);
    } catch (RuntimeException | Error e) {
      return Failures.tell(here, e);
    }
  }

  /** Every command; an argument that begins with @ is no file to read. */
  static CommandLine commands(Surroundings here) {
    return commands(here, "");
  }

  /**
   * The command called {@code name} alone, if there is one that needs no other: looking into them
   * all takes a good part of a cold start.
   */
  private static CommandLine commands(Surroundings here, String name) {
    var all = all(here);
    var line = new CommandLine(new Main(here));
    for (var command : all.entrySet()) {
      if (command.getKey().equals(name) || !all.containsKey(name)) {
        var _ = line.addSubcommand(command.getKey(), command.getValue().get());
      }
    }
    if (!all.containsKey(name)) {
      var _ =
          line.addSubcommand(new CompletionCommand(here))
              .addSubcommand(new ManCommand(here))
              .addSubcommand(new CommandLine.HelpCommand());
    }
    return configured(line, here);
  }

  private static Map<String, Supplier<Object>> all(Surroundings here) {
    var all = new LinkedHashMap<String, Supplier<Object>>();
    all.put("audit", () -> new AuditCommand(here));
    all.put("ask", () -> new AskCommand(here));
    all.put("agent", () -> new AgentCommand(here));
    all.put("serve", () -> new ServeCommand(here));
    all.put("nodes", () -> new NodesCommand(here));
    all.put(
        "log",
        () ->
            new CommandLine(new LogCommand(here))
                .addSubcommand(new LogShowCommand(here))
                .addSubcommand(new LogVerifyCommand(here)));
    all.put("runs", () -> new RunsCommand(here));
    all.put("show", () -> new ShowCommand(here));
    all.put("diff", () -> new DiffCommand(here));
    all.put("watch", () -> new WatchCommand(here));
    all.put("export", () -> new ExportCommand(here));
    all.put("findings", () -> FindingsCommand.line(here));
    all.put("checks", () -> new ChecksCommand(here));
    all.put("explain", () -> new ExplainCommand(here));
    all.put(
        "tools",
        () ->
            new CommandLine(new ToolsCommand(here))
                .addSubcommand(new ToolShowCommand(here))
                .addSubcommand(new ToolRunCommand(here)));
    all.put("record", () -> new RecordCommand(here));
    all.put("keys", () -> KeysCommand.line(here));
    all.put("router", () -> new RouterCommand(here));
    all.put("loadtest", () -> new LoadtestCommand(here));
    all.put("doctor", () -> new DoctorCommand(here));
    return all;
  }

  private static CommandLine configured(CommandLine line, Surroundings here) {
    return line.setOut(new PrintWriter(here.out(), false, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(here.err(), true, StandardCharsets.UTF_8))
        .setExpandAtFiles(false)
        .setUsageHelpWidth(Math.clamp(here.terminal().width(), 60, 100))
        .setColorScheme(colors(here))
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler((misuse, _) -> Failures.misused(here, misuse))
        .setExecutionExceptionHandler((failure, _, _) -> Failures.tell(here, failure));
  }

  @Override
  public Integer call() {
    CommandLine.usage(this, here.err());
    return Exit.USAGE.code();
  }

  private static Help.ColorScheme colors(Surroundings here) {
    return Help.defaultColorScheme(here.terminal().colorful() ? Help.Ansi.ON : Help.Ansi.OFF);
  }
}
