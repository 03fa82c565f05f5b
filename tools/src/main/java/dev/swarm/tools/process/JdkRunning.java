package dev.swarm.tools.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A program that the JDK runs. One platform thread starts it, drains its stdout and waits for it;
 * another drains stderr. The first must live as long as the program: {@code --die-with-parent}
 * means the thread that started it. Virtual threads would be pinned by the blocking reads.
 */
final class JdkRunning implements Running {
  private static final int CHUNK = 16 * 1024;

  private final Awaited<Process> started = new Awaited<>();
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private final Capture stdout;
  private final Capture stderr;

  private JdkRunning(int cap) {
    this.stdout = new Capture(cap);
    this.stderr = new Capture(cap);
  }

  /** Starts a program by its builder. */
  static JdkRunning start(ProcessBuilder builder, Launch launch, Executor threads) {
    JdkRunning running = new JdkRunning(launch.cap());
    threads.execute(() -> {
      try {
        running.work(builder, launch, threads);
      } finally {
        launch.afterwards().run();
        running.finished.complete(null);
      }
    });
    return running;
  }

  @Override
  public Child child() throws StartFailure {
    return new JdkChild(started.get());
  }

  @Override
  public boolean ended(Duration atMost) throws StartFailure, InterruptedException {
    return started.get().waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void awaitDrained(Duration atMost) {
    Patience.upTo(atMost, finished);
  }

  @Override
  public int exit() throws StartFailure {
    return started.get().exitValue();
  }

  @Override
  public Capture stdout() {
    return stdout;
  }

  @Override
  public Capture stderr() {
    return stderr;
  }

  private void work(ProcessBuilder builder, Launch launch, Executor threads) {
    Process process;
    try {
      process = builder.start();
    } catch (IOException | RuntimeException e) {
      started.fail(e);
      return;
    }
    launch.started().accept(process.pid());
    started.complete(process);
    var errors = CompletableFuture.runAsync(() -> drain(process.getErrorStream(), stderr), threads);
    drain(process.getInputStream(), stdout);
    errors.join();
    awaitEnd(process);
  }

  /** Here, and not by a future of the process, which takes one more thread for it. */
  private static void awaitEnd(Process process) {
    try {
      int _ = process.waitFor();
    } catch (InterruptedException e) {
      Process _ = process.onExit().join(); // nobody has reason to interrupt a thread of ours
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
