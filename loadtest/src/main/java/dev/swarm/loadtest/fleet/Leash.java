package dev.swarm.loadtest.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Ties a process to the one that started it: each line on stdin is answered by one on stdout, and
 * when stdin ends, so does the process. No child outlives a load test, whatever becomes of that.
 */
final class Leash {
  private Leash() {}

  /** What a process does before it is held. */
  @FunctionalInterface
  interface Beginning {
    /** What it says first. */
    String begin() throws Exception;
  }

  /**
   * Begins, says what comes of it, and answers from then on; does not come back. What cannot begin
   * ends, and says why: other threads of it would go on for ever, and somebody waits for its word.
   */
  static void hold(Beginning beginning, Supplier<String> answer) {
    try {
      say(beginning.begin());
    } catch (Exception | Error e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      while (lines.readLine() != null) {
        say(answer.get());
      }
    } catch (IOException e) {
      System.err.println("could not hear the load test any more: " + e.getMessage());
    }
    Runtime.getRuntime().halt(0);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
