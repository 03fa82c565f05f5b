package dev.swarm.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
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
      int _ = Failures.tell(here, failure);
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
      return commands(here).execute(args);
    } catch (RuntimeException | Error e) {
      return Failures.tell(here, e);
    }
  }

  /** The commands; an argument that begins with @ is no file to read. */
  static CommandLine commands(Surroundings here) {
    return new CommandLine(new Main(here))
        .addSubcommand(new AuditCommand(here))
        .addSubcommand(new RunsCommand(here))
        .addSubcommand(new ShowCommand(here))
        .addSubcommand(new DiffCommand(here))
        .addSubcommand(new ChecksCommand(here))
        .addSubcommand(new ExplainCommand(here))
        .addSubcommand(
            new CommandLine(new ToolsCommand(here))
                .addSubcommand(new ToolShowCommand(here))
                .addSubcommand(new ToolRunCommand(here)))
        .addSubcommand(new RecordCommand(here))
        .addSubcommand(new DoctorCommand(here))
        .addSubcommand(new CompletionCommand(here))
        .addSubcommand(new ManCommand(here))
        .addSubcommand(new CommandLine.HelpCommand())
        .setOut(new PrintWriter(here.out(), false, StandardCharsets.UTF_8))
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
