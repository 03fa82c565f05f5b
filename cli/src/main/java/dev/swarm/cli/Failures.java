package dev.swarm.cli;

import dev.swarm.coordinator.store.StoreException;
import dev.swarm.tools.recording.RecordingException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what ended a command into a sentence and an exit code; nobody ever sees a stack trace. */
final class Failures {
  private Failures() {}

  static int tell(Surroundings here, Throwable failure) {
    return switch (failure) {
      case UsageException usage -> said(here, usage.getMessage(), Exit.USAGE);
      case RecordingException recording -> said(here, recording.getMessage(), Exit.USAGE);
      case StoreException store -> said(here, store.getMessage(), Exit.USAGE);
      case OutOfMemoryError _ ->
          said(here, "out of memory; give it more with SWARM_JAVA_OPTS=-Xmx256m", Exit.BUG);
      case LinkageError e ->
          said(
              here,
              "this installation is broken, build it anew (mvn clean package): " + e,
              Exit.BUG);
      default -> said(here, "a bug of ours, please report it: " + trace(failure), Exit.BUG);
    };
  }

  /** A command line that does not say what to do. */
  static int misused(Surroundings here, ParameterException misuse) {
    var command = misuse.getCommandLine().getCommandSpec().qualifiedName();
    var message = misuse.getMessage();
    return said(
        here,
        message.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
            + message.substring(1)
            + hint(misuse)
            + "; see "
            + command
            + " --help",
        Exit.USAGE);
  }

  private static String hint(ParameterException misuse) {
    return misuse instanceof UnmatchedArgumentException unmatched
            && !unmatched.getSuggestions().isEmpty()
        ? ", did you mean '" + unmatched.getSuggestions().getFirst() + "'?"
        : "";
  }

  private static int said(Surroundings here, String message, Exit exit) {
    here.say(message);
    return exit.code();
  }

  private static String trace(Throwable failure) {
    var frames = failure.getStackTrace();
    return failure + (frames.length == 0 ? "" : " at " + frames[0]);
  }
}
