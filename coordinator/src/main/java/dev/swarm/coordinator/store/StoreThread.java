package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one writer: takes what has queued up, writes it in one transaction, and only then says so. A
 * platform thread, for SQLite blocks in native code.
 */
final class StoreThread {
  /** Enough to make a commit cheap per event, and short enough that nobody waits for it. */
  private static final int BATCH = 500;

  private final StoreFile file;
  private final int keep;
  private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile Optional<StoreException> failure = Optional.empty();
  private volatile boolean closed;

  StoreThread(StoreFile file, int keep) {
    this.file = file;
    this.keep = keep;
    this.thread = Thread.ofPlatform().name("swarm-store").daemon().start(this::work);
  }

  /** An event to keep; none ends the thread. */
  private record Entry(Optional<Recorded> recorded, CompletableFuture<Void> kept) {}

  CompletableFuture<Void> append(Recorded recorded) {
    var entry = new Entry(Optional.of(recorded), new CompletableFuture<>());
    if (closed) {
      boolean _ =
          entry
              .kept()
              .completeExceptionally(
                  new StoreException(
                      Trouble.UNUSABLE, "could not keep an event: the store is closed"));
    } else {
      queue.add(entry);
    }
    return entry.kept();
  }

  /** The last failure to keep something. */
  Optional<StoreException> failure() {
    return failure;
  }

  /** Waits until the thread has done everything that was asked before. */
  void close() {
    closed = true;
    queue.add(new Entry(Optional.empty(), new CompletableFuture<>()));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try (Connection connection = file.open()) {
      new RunReader(connection).checkNewest();
      serve(new RunWriter(connection, keep));
    } catch (SQLException e) {
      refuseAll(SqlTrouble.of("open", file.path(), e));
    } catch (StoreException e) {
      refuseAll(e);
    } catch (InterruptedException e) {
      refuseAll(new StoreException(Trouble.UNUSABLE, "could not keep events: interrupted", e));
    } catch (RuntimeException | Error e) {
      refuseAll(new StoreException(Trouble.UNUSABLE, "could not keep events: " + e, e));
    }
  }

  private void serve(RunWriter writer) throws InterruptedException {
    var batch = next();
    for (; writable(batch); batch = next()) {
      write(writer, batch);
    }
    write(writer, batch.subList(0, batch.size() - 1));
  }

  private List<Entry> next() throws InterruptedException {
    var batch = new ArrayList<Entry>();
    batch.add(queue.take());
    queue.drainTo(batch, BATCH);
    return batch;
  }

  private static boolean writable(List<Entry> batch) {
    return batch.getLast().recorded().isPresent();
  }

  private void write(RunWriter writer, List<Entry> batch) {
    try {
      writer.write(batch.stream().flatMap(entry -> entry.recorded().stream()).toList());
      batch.forEach(entry -> entry.kept().complete(null));
    } catch (SQLException e) {
      refuse(batch, SqlTrouble.of("write to", file.path(), e));
    } catch (StoreException e) {
      refuse(batch, e);
    } catch (RuntimeException e) {
      refuse(batch, new StoreException(Trouble.UNUSABLE, "could not keep an event: " + e, e));
    }
  }

  private void refuse(List<Entry> batch, StoreException reason) {
    failure = Optional.of(reason);
    batch.forEach(entry -> entry.kept().completeExceptionally(reason));
  }

  /** The store cannot be used at all: whatever is asked fails, until it is closed. */
  private void refuseAll(StoreException reason) {
    failure = Optional.of(reason);
    try {
      for (var batch = next(); ; batch = next()) {
        refuse(batch, reason);
        if (!writable(batch)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
