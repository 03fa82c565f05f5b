package dev.swarm.cli;

import dev.swarm.coordinator.store.StoreException;
import dev.swarm.tools.recording.RecordingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The {@code swarm} command. */
@Command(
    name = "swarm",
    description = "Is anything wrong, anywhere? Audits machines, with proof.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      AuditCommand.class,
      RunsCommand.class,
      ShowCommand.class,
      DiffCommand.class,
      ChecksCommand.class,
      ExplainCommand.class,
      ToolsCommand.class,
      RecordCommand.class,
      DoctorCommand.class,
      picocli.AutoComplete.GenerateCompletion.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {
  private static final int USAGE = 2;
  private static final int BUG = 70;

  private Main() {}

  public static void main(String[] args) {
    int code = guarded(args);
    System.out.flush();
    System.err.flush();
    Interruption.over();
    System.exit(code);
  }

  /** What is no exception of a command, such as a broken installation, gets a sentence too. */
  private static int guarded(String... args) {
    try {
      return run(args);
    } catch (OutOfMemoryError e) {
      return said(
          "out of memory: " + e.getMessage() + "; give it more with SWARM_JAVA_OPTS=-Xmx256m", BUG);
    } catch (LinkageError e) {
      return said("this installation is broken, build it anew (mvn clean package): " + e, BUG);
    }
  }

  /** Runs a command line and gives its exit code; nothing is thrown. */
  static int run(String... args) {
    return new CommandLine(new Main())
        .setParameterExceptionHandler(Main::misused)
        .setExecutionExceptionHandler((e, _, _) -> failed(e))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.err);
  }

  private static int misused(ParameterException e, String[] args) {
    System.err.println("swarm: " + e.getMessage());
    var _ =
        CommandLine.UnmatchedArgumentException.printSuggestions(
            e, new java.io.PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8));
    System.err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return USAGE;
  }

  private static int failed(Exception e) {
    return switch (e) {
      case UsageException usage -> said(usage.getMessage(), USAGE);
      case RecordingException recording -> said(recording.getMessage(), USAGE);
      case StoreException store -> said(store.getMessage(), USAGE);
      default -> said("a bug of ours, please report it: " + trace(e), BUG);
    };
  }

  private static int said(String message, int code) {
    System.err.println("swarm: " + message);
    return code;
  }

  private static String trace(Exception e) {
    var frames = e.getStackTrace();
    return e + (frames.length == 0 ? "" : " at " + frames[0]);
  }
}
