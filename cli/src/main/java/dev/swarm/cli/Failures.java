package dev.swarm.cli;

import dev.swarm.agent.chain.StorageException;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.cluster.UnansweredException;
import dev.swarm.bus.seal.BundleException;
import dev.swarm.bus.seal.issue.KeysException;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.tools.recording.RecordingException;
import dev.swarm.tools.yaml.Nearest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what ended a command into a sentence and an exit code; nobody ever sees a stack trace. */
final class Failures {
  private Failures() {}

  static int tell(Surroundings here, Throwable failure) {
    return switch (failure) {
      case UsageException usage -> said(here, usage.getMessage(), Exit.USAGE);
      case RecordingException recording -> said(here, recording.getMessage(), Exit.USAGE);
      case NobodyLeadsException nobody -> said(here, nobody.getMessage(), Exit.NO_ROUTER);
      case UnansweredException late -> said(here, late.getMessage(), Exit.INCOMPLETE);
      case ClusterException cluster -> said(here, cluster.getMessage(), Exit.USAGE);
      case StoreException store -> said(here, store.getMessage(), Exit.USAGE);
      case StorageException storage -> said(here, storage.getMessage(), Exit.USAGE);
      case KeysException keys -> said(here, keys.getMessage(), Exit.USAGE);
      case BundleException keys -> said(here, keys.getMessage(), Exit.USAGE);
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
    var command = misuse.getCommandLine().getCommandSpec();
    var message =
        misuse instanceof UnmatchedArgumentException unmatched
            ? unmatched(command, unmatched)
            : sentence(misuse.getMessage());
    return said(here, message + "; see " + command.qualifiedName() + " --help", Exit.USAGE);
  }

  private static String unmatched(CommandSpec command, UnmatchedArgumentException misuse) {
    var word = misuse.getUnmatched().getFirst().replaceFirst("(?<=^--[^=]{1,99})=.*", "");
    if (word.startsWith("-")) {
      return "there is no option '"
          + word
          + "'"
          + Nearest.hint(word, command.optionsMap().keySet());
    }
    return command.subcommands().isEmpty()
        ? "nothing is expected at '" + word + "'"
        : "there is no command '" + word + "'" + Nearest.hint(word, command.subcommands().keySet());
  }

  private static String sentence(String message) {
    return Character.toLowerCase(message.charAt(0)) + message.substring(1).replaceFirst("\\.$", "");
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
