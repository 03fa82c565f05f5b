package dev.swarm.coordinator;

import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Gives every event of a run its place, folds it into the gathering, hands it to the store and to
 * whoever listens, in this order. Owned by the desk.
 */
final class Journal {
  private final RunId run;
  private final long epoch;
  private final RunStore store;
  private final Timers timers;
  private final Gathering gathering = new Gathering();
  private final List<Consumer<Recorded>> listeners = new ArrayList<>();
  private long sequence;

  Journal(RunId run, long epoch, RunStore store, Timers timers) {
    this.run = run;
    this.epoch = epoch;
    this.store = store;
    this.timers = timers;
  }

  /** Tells {@code listener} of everything from now on. */
  void listen(Consumer<Recorded> listener) {
    listeners.add(listener);
  }

  void ignore(Consumer<Recorded> listener) {
    listeners.remove(listener);
  }

  /** Goes over what was recorded before; it is kept already. */
  void recall(Recorded recorded) {
    gathering.follow(recorded.event());
    sequence = recorded.sequence();
  }

  /**
   * Records one event.
   *
   * @return completes, on a thread of the store, once the event is durable here; when it fails, so
   *     does every later one, the end of the run included
   */
  CompletableFuture<Void> record(Event event) {
    gathering.follow(event);
    sequence++;
    var recorded = new Recorded(run, epoch, sequence, timers.now(), event);
    var kept = store.append(recorded);
    List.copyOf(listeners).forEach(listener -> listener.accept(recorded));
    return kept;
  }

  RunId run() {
    return run;
  }

  long epoch() {
    return epoch;
  }

  /** The place of the last event; 0 before the first. */
  long sequence() {
    return sequence;
  }

  Gathering gathering() {
    return gathering;
  }
}
