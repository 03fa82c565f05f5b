package dev.swarm.coordinator;

import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Events that were recorded before somebody asked for them: read from the store, aside, and handed
 * over on the desk.
 */
record Backlog(RunStore store, Executor aside, Executor desk) {
  /** The events of {@code run} from {@code first} to {@code last}, once that one is kept. */
  Future<List<Recorded>> read(RunId run, long first, long last, CompletableFuture<Void> kept) {
    var events = Promise.<List<Recorded>>promise();
    var _ =
        kept.whenComplete((_, failure) -> {
          if (failure == null) {
            aside.execute(() -> read(run, first, last, events));
          } else {
            desk.execute(() -> events.fail(failure));
          }
        });
    return events.future();
  }

  /** All events of {@code run}, once what is under way is {@code written}, or has failed. */
  Future<List<Recorded>> read(RunId run, CompletableFuture<Void> written) {
    var events = Promise.<List<Recorded>>promise();
    var _ =
        written.whenComplete((_, _) -> aside.execute(() -> read(run, 1, Long.MAX_VALUE, events)));
    return events.future();
  }

  private void read(RunId run, long first, long last, Promise<List<Recorded>> events) {
    try {
      var all = store.events(run);
      int end = (int) Math.min(last, all.size());
      var some = List.copyOf(all.subList((int) first - 1, end));
      desk.execute(() -> events.complete(some));
    } catch (RuntimeException e) {
      desk.execute(() -> events.fail(e));
    }
  }
}
