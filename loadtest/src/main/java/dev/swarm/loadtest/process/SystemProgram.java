package dev.swarm.loadtest.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of the system that does something for a load test, such as {@code ip}. */
public final class SystemProgram {
  private SystemProgram() {}

  /**
   * Runs it; blocks.
   *
   * @return what it printed
   * @throws IOException if it cannot be run, or ends with anything but 0; with what it said
   */
  public static String run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (exit(process) != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
    return said;
  }

  private static int exit(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
