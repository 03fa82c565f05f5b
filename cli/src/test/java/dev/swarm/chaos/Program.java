package dev.swarm.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process on a machine, what it said, and the signals it may get. */
public final class Program {
  private final String name;
  private final Process process;
  private final Path out;
  private final Path err;

  Program(String name, Process process, Path out, Path err) {
    this.name = name;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  public long pid() {
    return process.pid();
  }

  public boolean runs() {
    return process.isAlive();
  }

  /** At once, and whatever it does: {@code kill -9}; waits until it is gone. */
  public void kill9() {
    process.destroyForcibly();
    var _ = ended(Duration.ofSeconds(10));
  }

  public void term() {
    signal("TERM");
  }

  public void interrupt() {
    signal("INT");
  }

  /** It stands still and knows nothing of it. */
  public void stop() {
    signal("STOP");
  }

  public void cont() {
    signal("CONT");
  }

  /** Whether it has started a program, at whatever remove, whose command line ends so. */
  public boolean hasChild(String commandLine) {
    return process
        .descendants()
        .map(child -> child.info().commandLine().orElse(""))
        .anyMatch(line -> line.endsWith(commandLine));
  }

  /** Waits for its end, and gives the exit code. */
  public int ended(Duration limit) {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError(name + " did not end within " + limit.toSeconds() + " s\n" + told());
  }

  public String out() {
    return text(out);
  }

  public String err() {
    return text(err);
  }

  /** Waits until it has said something on stderr or stdout, and tells how long that took. */
  public Duration awaitSaid(String regex, Duration limit) {
    var pattern = Pattern.compile(regex);
    return Patience.until(
        () -> {
          boolean said = pattern.matcher(err()).find() || pattern.matcher(out()).find();
          if (!said && !runs()) {
            throw new AssertionError(name + " ended before it said " + regex + "\n" + told());
          }
          return said;
        },
        limit,
        () -> name + " says " + regex + "\n" + told());
  }

  /** What it has said so far, for the message of a failed test. */
  public String told() {
    return "--- %s (%s), stderr ---%n%s%n--- stdout ---%n%s"
        .formatted(
            name,
            runs() ? "running" : Optional.of(process.exitValue()).map(c -> "exit " + c).get(),
            err(),
            out());
  }

  private void signal(String signal) {
    Command.run("kill", "-" + signal, Long.toString(pid()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
