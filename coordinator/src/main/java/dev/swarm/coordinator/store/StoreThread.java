package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The one writer: takes what has queued up, writes it in one transaction, and only then says so. A
 * platform thread, for SQLite blocks in native code.
 */
final class StoreThread {
  /** Enough to make a commit cheap per event, and short enough that nobody waits for it. */
  private static final int BATCH = 500;

  /**
   * How often it is looked whether there is space again, or whether another process has written.
   */
  private static final long LOOK_MILLIS = 500;

  /** How often old runs go where none ends; only in a store that stays open. */
  private static final Duration RETIRE = Duration.ofHours(1);

  private final SqliteStore.Parts parts;
  private final Condition condition;
  private final LinkedBlockingQueue<Order> queue = new LinkedBlockingQueue<>();
  private final CopyOnWriteArrayList<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  StoreThread(SqliteStore.Parts parts) {
    this.parts = parts;
    this.condition = new Condition(parts.clock(), parts.file().path());
    this.thread = Thread.ofPlatform().name("swarm-store").daemon().start(this::work);
  }

  /** What the thread is asked to do. */
  private sealed interface Order {
    CompletableFuture<Void> done();

    record Keep(Recorded recorded, CompletableFuture<Void> done) implements Order {}

    record Write(Writing writing, CompletableFuture<Void> done) implements Order {}

    record Stop(CompletableFuture<Void> done) implements Order {}
  }

  /** Something else to write, in a transaction of its own. */
  interface Writing {
    void to(Connection connection) throws SQLException;
  }

  CompletableFuture<Void> append(Recorded recorded) {
    return ask(new Order.Keep(recorded, new CompletableFuture<>()));
  }

  CompletableFuture<Void> write(Writing writing) {
    return ask(new Order.Write(writing, new CompletableFuture<>()));
  }

  private CompletableFuture<Void> ask(Order order) {
    if (closing.getCount() == 0) {
      boolean _ =
          order
              .done()
              .completeExceptionally(
                  new StoreException(
                      Trouble.UNUSABLE, "could not keep an event: the store is closed"));
    } else {
      queue.add(order);
    }
    return order.done();
  }

  /**
   * Tells {@code listener} of the newest place after commits, those of other processes included.
   */
  Registration onCommit(LongConsumer listener) {
    LongConsumer own = newest -> listener.accept(newest);
    listeners.add(own);
    var _ = write(_ -> {}); // wakes the thread, which may be waiting for work alone
    return () -> listeners.remove(own);
  }

  /** The last failure to keep something. */
  Optional<StoreException> failure() {
    return condition.failure();
  }

  StoreState state() {
    return condition.state();
  }

  /** Somebody has read something that is not what was written. */
  void damaged(StoreException reason) {
    condition.damaged(reason);
  }

  /** Waits until the thread has done everything that was asked before. */
  void close() {
    closing.countDown();
    queue.add(new Order.Stop(new CompletableFuture<>()));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try (Connection connection = opened()) {
      new RunReader(connection).checkNewest();
      JudgementTable.check(connection);
      serve(connection);
    } catch (SQLException e) {
      refuseAll(SqlTrouble.of("open", parts.file().path(), e));
    } catch (StoreException e) {
      refuseAll(e);
    } catch (InterruptedException e) {
      refuseAll(new StoreException(Trouble.UNUSABLE, "could not keep events: interrupted", e));
    } catch (RuntimeException | Error e) {
      refuseAll(new StoreException(Trouble.UNUSABLE, "could not keep events: " + e, e));
    }
  }

  /** A patient store waits for the space that a new file takes. */
  private Connection opened() throws InterruptedException {
    while (true) {
      try {
        return parts.file().open();
      } catch (StoreException e) {
        condition.failed(e);
        if (!waitsFor(e) || closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          throw e;
        }
      }
    }
  }

  private boolean waitsFor(StoreException e) {
    return parts.patient() && e.trouble() == Trouble.FULL;
  }

  private void serve(Connection connection) throws SQLException, InterruptedException {
    var writer = new RunWriter(connection);
    var others = new OtherProcesses(connection);
    condition.works();
    var retired = parts.clock().instant();
    for (var going = true; going; ) {
      var orders = next();
      if (parts.patient() && !parts.clock().instant().isBefore(retired.plus(RETIRE))) {
        retired = parts.clock().instant();
        retire(connection);
      }
      if (orders.isEmpty()) {
        look(connection, others);
      }
      going = serve(connection, writer, orders);
      if (!orders.isEmpty() && !listeners.isEmpty()) {
        tell(others.newest());
      }
    }
  }

  private List<Order> next() throws InterruptedException {
    var orders = new ArrayList<Order>();
    boolean restless = !listeners.isEmpty() || condition.isFull() || parts.patient();
    var first =
        restless
            ? Optional.ofNullable(queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS))
            : Optional.of(queue.take());
    first.ifPresent(orders::add);
    if (first.isPresent()) {
      queue.drainTo(orders, BATCH);
    }
    return orders;
  }

  /** Does what was asked, in its order; whether to go on. */
  private boolean serve(Connection connection, RunWriter writer, List<Order> orders)
      throws InterruptedException {
    var events = new ArrayList<Order.Keep>();
    boolean going = true;
    for (var order : orders) {
      switch (order) {
        case Order.Keep keep -> events.add(keep);
        case Order.Write write -> {
          keep(connection, writer, events);
          attempt(List.of(write), () -> write.writing().to(connection));
        }
        case Order.Stop _ -> going = false;
      }
    }
    keep(connection, writer, events);
    return going;
  }

  private void keep(Connection connection, RunWriter writer, List<Order.Keep> events)
      throws InterruptedException {
    if (events.isEmpty()) {
      return;
    }
    var batch = List.copyOf(events);
    events.clear();
    keep(writer, batch);
    if (batch.stream().anyMatch(one -> one.recorded().event() instanceof Event.RunEnded)) {
      retire(connection);
    }
  }

  /** Writes all at once, or, where that takes more space than there is, as much as fits. */
  private void keep(RunWriter writer, List<Order.Keep> batch) throws InterruptedException {
    var recorded = batch.stream().map(Order.Keep::recorded).toList();
    Sql.Work work = () -> writer.write(recorded);
    var failure = failure(work);
    if (batch.size() > 1 && failure.filter(this::waitsFor).isPresent()) {
      condition.failed(failure.get());
      int half = batch.size() / 2;
      keep(writer, batch.subList(0, half));
      keep(writer, batch.subList(half, batch.size()));
    } else {
      settle(batch, work, failure);
    }
  }

  private void attempt(List<? extends Order> orders, Sql.Work work) throws InterruptedException {
    settle(orders, work, failure(work));
  }

  /** Says how it went; a patient store tries again and waits for space as long as it takes. */
  private void settle(List<? extends Order> orders, Sql.Work work, Optional<StoreException> outcome)
      throws InterruptedException {
    var failure = outcome;
    while (failure.isPresent() && waitsFor(failure.get())) {
      condition.failed(failure.get());
      if (closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        break;
      }
      failure = failure(work);
    }
    if (failure.isPresent()) {
      refuse(orders, failure.get());
    } else {
      condition.works();
      orders.forEach(order -> order.done().complete(null));
    }
  }

  private Optional<StoreException> failure(Sql.Work work) {
    try {
      work.go();
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(SqlTrouble.of("write to", parts.file().path(), e));
    } catch (StoreException e) {
      return Optional.of(e);
    } catch (RuntimeException e) {
      return Optional.of(new StoreException(Trouble.UNUSABLE, "could not keep an event: " + e, e));
    }
  }

  /** What could not go now goes at the end of another run; what is kept is kept. */
  private void retire(Connection connection) {
    var _ =
        failure(new Retirement(connection, parts.retention(), parts.clock(), parts.lives())::go);
  }

  private void look(Connection connection, OtherProcesses others) throws SQLException {
    if (condition.isFull() && failure(() -> Probe.write(connection)).isEmpty()) {
      condition.works();
    }
    if (!listeners.isEmpty() && others.haveWritten()) {
      tell(others.newest());
    }
  }

  private void tell(long newest) {
    listeners.forEach(listener -> listener.accept(newest));
  }

  private void refuse(List<? extends Order> orders, StoreException reason) {
    condition.failed(reason);
    orders.forEach(order -> order.done().completeExceptionally(reason));
  }

  /** The store cannot be used at all: whatever is asked fails, until it is closed. */
  private void refuseAll(StoreException reason) {
    condition.failed(reason);
    try {
      while (true) {
        var order = queue.take();
        refuse(List.of(order), reason);
        if (order instanceof Order.Stop) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
