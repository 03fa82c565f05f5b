package dev.swarm.loadtest.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A process of ours that ends when its stdin does, so that it cannot outlive us. One thread asks at
 * a time.
 */
public final class Child implements AutoCloseable {
  private static final int LONGEST_COMPLAINT = 2_000;

  private final String name;
  private final Path complaints;
  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  private Child(String name, Path complaints, Process process) {
    this.name = name;
    this.complaints = complaints;
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts one.
   *
   * @param heap at most, in MiB
   * @param folder where its stderr is kept
   * @param place what its command line becomes where it runs elsewhere, in a namespace for example
   */
  public static Child start(
      String name,
      Class<?> main,
      int heap,
      Path folder,
      List<String> arguments,
      UnaryOperator<List<String>> place)
      throws IOException {
    var complaints = folder.resolve(name + ".err");
    var process =
        new ProcessBuilder(place.apply(Java.command(main, heap, arguments)))
            .redirectError(Redirect.appendTo(complaints.toFile()))
            .start();
    return new Child(name, complaints, process);
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  /**
   * The next line that it says; blocks.
   *
   * @throws IOException if it ended instead, with what it complained about
   */
  public String line() throws IOException {
    var line = out.readLine();
    if (line == null) {
      throw new IOException("the process " + name + " ended: " + complaint());
    }
    return line;
  }

  /** Its answer to a nudge; blocks. */
  public synchronized String ask() throws IOException {
    in.write("\n");
    in.flush();
    return line();
  }

  private String complaint() throws IOException {
    var text = Files.readString(complaints).strip();
    return text.isEmpty()
        ? "it said nothing"
        : text.substring(Math.max(0, text.length() - LONGEST_COMPLAINT));
  }

  /** Ends it as a crash would; blocks until it is gone. */
  public void kill() throws InterruptedException {
    var _ = process.destroyForcibly().waitFor();
  }

  /** The kernel stops it: it does nothing at all until {@link #resume}. */
  public void stop() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** It goes on where it was. */
  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String which) throws IOException, InterruptedException {
    var _ = new ProcessBuilder("kill", "-" + which, Long.toString(pid())).start().waitFor();
  }

  /** Asks it to end. */
  public void release() {
    try {
      in.close();
    } catch (IOException gone) {
      // It has ended already, which is what was wanted.
    }
  }

  /** Ends it, in good order if it does so within a few seconds; blocks until it is gone. */
  @Override
  public void close() {
    release();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      var _ = process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
