package dev.swarm.tools.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A program that is being run, its two streams being drained. One platform thread starts it, drains
 * its stdout and waits for it; another drains stderr. The first must live as long as the program:
 * {@code --die-with-parent} means the thread that started it. Virtual threads would be pinned by
 * the blocking reads.
 */
final class Running {
  private static final int CHUNK = 16 * 1024;

  private final CompletableFuture<Process> started = new CompletableFuture<>();
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private final Capture stdout;
  private final Capture stderr;

  private Running(int cap) {
    this.stdout = new Capture(cap);
    this.stderr = new Capture(cap);
  }

  /**
   * Starts a program.
   *
   * @param afterwards runs when it has ended and nothing more can come from it
   */
  static Running start(ProcessBuilder builder, int cap, Executor threads, Runnable afterwards) {
    Running running = new Running(cap);
    threads.execute(() -> {
      try {
        running.work(builder, threads);
      } finally {
        afterwards.run();
        running.finished.complete(null);
      }
    });
    return running;
  }

  /** The process, once started. */
  Process process() throws IOException {
    try {
      return started.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Process process = started.join(); // exec is quick; to know it is to be able to end it
      Thread.currentThread().interrupt();
      return process;
    }
  }

  /** Whether the program itself has ended in time; what it left behind may still run. */
  boolean ended(Duration atMost) throws InterruptedException {
    return started.join().waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits until the streams are drained, which a surviving process may prevent. */
  void awaitDrained(Duration atMost) {
    Patience.upTo(atMost, finished);
  }

  /** The exit status of a program that has ended; 128 plus the number of a signal. */
  int exit() {
    return started.join().exitValue();
  }

  Capture stdout() {
    return stdout;
  }

  Capture stderr() {
    return stderr;
  }

  private void work(ProcessBuilder builder, Executor threads) {
    Process process;
    try {
      process = builder.start();
    } catch (IOException | RuntimeException e) {
      started.completeExceptionally(e);
      return;
    }
    started.complete(process);
    var errors = CompletableFuture.runAsync(() -> drain(process.getErrorStream(), stderr), threads);
    drain(process.getInputStream(), stdout);
    errors.join();
    awaitEnd(process);
  }

  /** Here, and not by a future of the process, which takes one more thread for it. */
  private static void awaitEnd(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.onExit().join(); // nobody has reason to interrupt a thread of ours
    }
  }

  private static void drain(InputStream stream, Capture into) {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
        into.add(chunk, read);
      }
    } catch (IOException e) {
      // the stream is gone, and with it whoever wrote to it
    }
  }
}
