package dev.swarm.coordinator;

import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Gives every event of a run its place, folds it into the gathering, hands it to the store and to
 * the listener, in this order. Called on the run's context only.
 */
final class Journal {
  private final RunId run;
  private final long epoch;
  private final RunStore store;
  private final Timers timers;
  private final Consumer<Recorded> listener;
  private Gathering gathering;
  private long sequence;

  Journal(Plan plan, long epoch, RunStore store, Timers timers, Consumer<Recorded> listener) {
    this.run = plan.run();
    this.epoch = epoch;
    this.store = store;
    this.timers = timers;
    this.listener = listener;
    this.gathering = Gathering.of(plan.subtasks());
  }

  /**
   * Records one event.
   *
   * @return completes, on a thread of the store, once the event is durable; when it fails, so does
   *     every later one, the end of the run included
   */
  CompletableFuture<Void> record(Event event) {
    gathering = gathering.with(event);
    sequence++;
    var recorded = new Recorded(run, epoch, sequence, timers.now(), event);
    var kept = store.append(recorded);
    listener.accept(recorded);
    return kept;
  }

  Gathering gathering() {
    return gathering;
  }
}
