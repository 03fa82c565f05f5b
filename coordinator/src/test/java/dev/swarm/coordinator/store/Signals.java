package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Stops processes and lets them go on, by one shell that is there all the time. Linux. */
final class Signals implements AutoCloseable {
  private final Process shell;
  private final Writer commands;
  private final BufferedReader answers;

  Signals() throws IOException {
    shell = new ProcessBuilder("sh").start();
    commands = shell.outputWriter(StandardCharsets.UTF_8);
    answers = shell.inputReader(StandardCharsets.UTF_8);
  }

  /** Stops {@code pid}; when this returns, no thread of it runs. */
  void stop(long pid) throws IOException {
    send("STOP", pid);
    while (!allStopped(pid)) {
      Thread.onSpinWait();
    }
  }

  void go(long pid) throws IOException {
    send("CONT", pid);
  }

  private void send(String signal, long pid) throws IOException {
    commands.write("kill -" + signal + " " + pid + " && echo done\n");
    commands.flush();
    assertEquals("done", answers.readLine());
  }

  private static boolean allStopped(long pid) throws IOException {
    try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      for (var thread : threads) {
        if (!stopped(thread)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The state stands after the name in brackets; a thread that is gone runs no more. */
  private static boolean stopped(Path thread) throws IOException {
    try {
      var stat = Files.readString(thread.resolve("stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    commands.close();
    shell.destroy();
  }
}
