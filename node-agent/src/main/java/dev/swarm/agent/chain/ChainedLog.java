package dev.swarm.agent.chain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A chain that is written by one thread: whatever comes while it forces a write to disk shares the
 * next one. Any thread may append.
 *
 * <p>What could not be written is not there: the file ends as it did before. When the disk is full
 * that is the state until a write, if only of nothing, succeeds.
 */
public final class ChainedLog {
  private static final int BATCHES = 64;

  private final ChainFile file;
  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final Thread writer;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile long size;
  private boolean closed;
  private int batches;

  private ChainedLog(ChainFile file) {
    this.file = file;
    this.size = file.size();
    this.writer = Thread.ofPlatform().daemon().name("writes " + file.name()).unstarted(this::write);
  }

  /** Goes on with {@code file}. */
  static ChainedLog on(ChainFile file) {
    var log = new ChainedLog(file);
    log.writer.start();
    return log;
  }

  private sealed interface Job {
    CompletableFuture<Void> done();

    record Append(List<String> bodies, CompletableFuture<Void> done) implements Job {}

    record Replace(List<String> bodies, CompletableFuture<Void> done) implements Job {}

    record Close(CompletableFuture<Void> done) implements Job {}
  }

  /**
   * Adds lines, all or none; none at all waits for what was appended before.
   *
   * @param bodies JSON objects, each of one line
   * @return done when they are on disk; fails with a {@link StorageException} if they are not
   */
  public CompletableFuture<Void> append(List<String> bodies) {
    return enqueue(new Job.Append(List.copyOf(bodies), new CompletableFuture<>()));
  }

  /** Puts a new chain in the place of this one, at once; if it fails, nothing has changed. */
  public CompletableFuture<Void> replace(List<String> bodies) {
    return enqueue(new Job.Replace(List.copyOf(bodies), new CompletableFuture<>()));
  }

  private synchronized CompletableFuture<Void> enqueue(Job job) {
    if (closed) {
      return CompletableFuture.failedFuture(new StorageException(file.name() + " is closed"));
    }
    jobs.add(job);
    return job.done();
  }

  /** Why nothing can be written at the moment; empty if it can, as far as is known. */
  public Optional<String> trouble() {
    return trouble;
  }

  /** If it is in trouble, finds out whether it still is; does not wait for the answer. */
  public void mend() {
    if (trouble.isPresent() && jobs.isEmpty()) {
      var _ = append(List.of());
    }
  }

  /** Bytes on disk. */
  public long size() {
    return size;
  }

  /** Writes what was appended, and ends; blocks for as long. */
  public void close() {
    var done = new CompletableFuture<Void>();
    synchronized (this) {
      if (!closed) {
        closed = true;
        jobs.add(new Job.Close(done));
      } else {
        done.complete(null);
      }
    }
    done.join();
  }

  private void write() {
    try {
      boolean open = true;
      while (open) {
        var batch = new ArrayList<Job>();
        batch.add(jobs.take());
        jobs.drainTo(batch);
        open = work(batch);
        checkpoint(open);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody interrupts it; what waits for it would hang
    }
  }

  /** When there is nothing to do, or there was too much for too long. */
  private void checkpoint(boolean open) {
    batches++;
    if (open && (jobs.isEmpty() || batches % BATCHES == 0)) {
      try {
        file.checkpoint();
      } catch (IOException | RuntimeException e) {
        trouble = Optional.of(file.trouble(e));
      }
    }
  }

  /** Whether there is more to come. */
  private boolean work(List<Job> batch) {
    var appends = new ArrayList<Job.Append>();
    for (var job : batch) {
      switch (job) {
        case Job.Append append -> appends.add(append);
        case Job.Replace(var bodies, var done) -> {
          together(appends);
          attempt(List.of(done), () -> file.replace(bodies));
        }
        case Job.Close(var done) -> {
          together(appends);
          attempt(List.of(done), file::close);
          return false;
        }
      }
    }
    together(appends);
    return true;
  }

  private void together(List<Job.Append> appends) {
    if (appends.isEmpty()) {
      return;
    }
    var lines = appends.stream().flatMap(append -> append.bodies().stream()).toList();
    var waiting = appends.stream().map(Job.Append::done).toList();
    appends.clear();
    if (lines.isEmpty() && trouble.isEmpty()) {
      waiting.forEach(done -> done.complete(null));
    } else {
      attempt(waiting, () -> file.append(lines));
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void attempt(List<CompletableFuture<Void>> waiting, Writing writing) {
    try {
      writing.run();
      size = file.size();
      trouble = Optional.empty();
      waiting.forEach(done -> done.complete(null));
    } catch (IOException | RuntimeException e) {
      var reason = file.trouble(e);
      trouble = Optional.of(reason);
      waiting.forEach(done -> done.completeExceptionally(new StorageException(reason)));
    }
  }
}
