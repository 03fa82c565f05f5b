package dev.swarm.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/** A short command of the system that has to work, such as {@code ip} and {@code nft}. */
final class Command {
  private Command() {}

  /** Runs it; an {@link IllegalStateException} says why it did not work. */
  static void run(String... words) {
    feed("", words);
  }

  /** The same with something to read. */
  static void feed(String input, String... words) {
    var _ = outcome(input, words);
  }

  /** The same, for what it prints. */
  static String said(String... words) {
    return outcome("", words);
  }

  private static String outcome(String input, String... words) {
    var line = List.of(words);
    try {
      var process = new ProcessBuilder(line).redirectErrorStream(true).start();
      try (var stdin = process.outputWriter(UTF_8)) {
        stdin.write(input);
      }
      var said = new String(process.getInputStream().readAllBytes(), UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(
            "could not run %s: exit %d: %s".formatted(String.join(" ", line), code, said.strip()));
      }
      return said;
    } catch (IOException e) {
      throw new IllegalStateException("could not run " + line.getFirst() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + line.getFirst() + " ran", e);
    }
  }
}
