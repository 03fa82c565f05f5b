package dev.swarm.cli;

import dev.swarm.protocol.Recorded;
import java.io.PrintStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells on stderr what happens in a run. It hears the events on the run's own thread, which must
 * not wait for a terminal, so a thread of its own does the writing.
 */
final class Progress implements Consumer<Recorded>, AutoCloseable {
  /** For a reader who has stopped reading. */
  private static final int PATIENCE_SECONDS = 1;

  private final Consumer<Recorded> teller;
  private final Runnable end;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

  private Progress(Consumer<Recorded> teller, Runnable end) {
    this.teller = teller;
    this.end = end;
  }

  /** Says nothing. */
  static Progress silent() {
    return new Progress(_ -> {}, () -> {});
  }

  /** One line that is written over, at most {@code width} columns, and taken away in the end. */
  static Progress line(PrintStream out, int width) {
    var line = new ProgressLine(out, width);
    return new Progress(line::show, line::clear);
  }

  /** A line for each tool call, each turn of a model and each end of an area. */
  static Progress lines(PrintStream out) {
    return new Progress(recorded -> ProgressLines.tell(out, recorded.event()), out::flush);
  }

  @Override
  public void accept(Recorded recorded) {
    try {
      writer.execute(() -> teller.accept(recorded));
    } catch (RejectedExecutionException _) {
      // It is over; nobody reads on.
    }
  }

  /** Ends the telling, so that the report begins on a clean line. */
  @Override
  public void close() {
    writer.execute(end);
    writer.shutdown();
    try {
      var _ = writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
