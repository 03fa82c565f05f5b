package dev.swarm.coordinator;

import dev.swarm.coordinator.standby.History;
import dev.swarm.coordinator.standby.Replication;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Gives every event of a run its place, folds it into the gathering, hands it to the store and to
 * whoever listens, in this order. Owned by the desk.
 */
final class Journal implements History {
  private final RunId run;
  private final long epoch;
  private final RunStore store;
  private final Timers timers;
  private final Backlog backlog;
  private final Gathering gathering = new Gathering();
  private final List<Consumer<Recorded>> listeners = new ArrayList<>();
  private final Replication replication;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
  private boolean closed;
  private long sequence;

  /**
   * Begins before the first event.
   *
   * @param superseded hears that another leads the run by now
   */
  Journal(RunId run, long epoch, Surroundings here, Consumer<String> superseded) {
    this.run = run;
    this.epoch = epoch;
    this.store = here.store();
    this.timers = here.timers();
    this.backlog = new Backlog(store, here.aside(), here.desk());
    this.replication = new Replication(this, here.circle(), here.line(), here.timers(), superseded);
  }

  /** Tells {@code listener} of everything from now on. */
  void listen(Consumer<Recorded> listener) {
    listeners.add(listener);
  }

  /**
   * Tells {@code listener} of everything from the first event on, in order.
   *
   * @return done when it has heard of everything so far
   */
  Future<Void> follow(Consumer<Recorded> listener) {
    if (sequence == 0) {
      listen(listener);
      return Future.succeededFuture();
    }
    var waiting = new ArrayDeque<Recorded>();
    Consumer<Recorded> holding = waiting::addLast;
    listen(holding);
    return past(1)
        .onComplete(_ -> ignore(holding))
        .onSuccess(past -> {
          past.forEach(listener);
          waiting.forEach(listener);
          listen(listener);
        })
        .mapEmpty();
  }

  void ignore(Consumer<Recorded> listener) {
    listeners.remove(listener);
  }

  /**
   * Goes over what was recorded before; it is kept already.
   *
   * @param before hears of it while the gathering is still where it was before
   */
  void recall(Recorded recorded, Consumer<Event> before) {
    before.accept(recorded.event());
    gathering.follow(recorded.event());
    sequence = recorded.sequence();
  }

  /**
   * Records one event.
   *
   * @return completes, on any thread, once the event is durable, here and with whoever stands by;
   *     when it fails, so does every later one, the end of the run included
   */
  CompletableFuture<Void> record(Event event) {
    if (closed) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("run " + run + " is not led here any more"));
    }
    gathering.follow(event);
    sequence++;
    var recorded = new Recorded(run, epoch, sequence, timers.now(), event);
    last = store.append(recorded);
    List.copyOf(listeners).forEach(listener -> listener.accept(recorded));
    replication.added(recorded);
    return event instanceof Event.RunEnded
        ? replication.completed(last)
        : replication.secured(last);
  }

  /** Done, on a thread of the store, when the last event is durable here. */
  CompletableFuture<Void> written() {
    return last;
  }

  /** Nothing is recorded any more. */
  void close() {
    closed = true;
    replication.close();
  }

  Replication replication() {
    return replication;
  }

  @Override
  public void note(Event event) {
    var _ = record(event);
  }

  @Override
  public Future<List<Recorded>> past(long first) {
    return backlog.read(run, first, sequence, last);
  }

  @Override
  public RunId run() {
    return run;
  }

  @Override
  public long epoch() {
    return epoch;
  }

  @Override
  public long sequence() {
    return sequence;
  }

  Gathering gathering() {
    return gathering;
  }
}
