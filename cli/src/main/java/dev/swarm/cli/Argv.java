package dev.swarm.cli;

import java.util.List;
import java.util.stream.Collectors;

/** A command as one would type it. */
final class Argv {
  private Argv() {}

  /** The words, quoted for a shell where they need it. */
  static String quoted(List<String> argv) {
    return argv.stream().map(Argv::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,@%+{}-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
