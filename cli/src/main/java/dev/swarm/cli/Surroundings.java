package dev.swarm.cli;

import dev.swarm.tools.host.Platform;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command was started: its environment and its streams. Data goes to {@code out}, talk to
 * {@code err}.
 */
record Surroundings(Map<String, String> environment, PrintStream out, PrintStream err) {
  Surroundings {
    environment = Map.copyOf(environment);
  }

  Folders folders() {
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    return new Folders(environment, mac ? Platform.MACOS : Platform.LINUX);
  }

  /** Where what outlives a process is kept. */
  Path state(Settings settings) {
    return settings.stateFolder().orElseGet(folders()::state);
  }

  Terminal terminal() {
    return new Terminal(environment);
  }

  /** Says something to the person who started the command; what they typed may be in it. */
  void say(String text) {
    err.println("swarm: " + text.replaceAll("[\\p{Cntrl}&&[^\\n]]", "?"));
  }
}
