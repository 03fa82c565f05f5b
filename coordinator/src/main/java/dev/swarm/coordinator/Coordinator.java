package dev.swarm.coordinator;

import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Runs audits: plans them, puts them to the nodes over the bus, and gathers one outcome for every
 * subtask. Each run lives on a context of its own. May be used from any thread.
 */
public final class Coordinator {
  /** There is one coordinator, so there is one term of office. */
  private static final long EPOCH = 1;

  private final Vertx vertx;
  private final RunStore store;
  private final Timers timers;
  private final Pace pace;
  private final String version;
  private final RandomGenerator lots = RandomGenerator.of("SecureRandom");

  /**
   * Takes everything it needs.
   *
   * @param version of swarm, as it stands in the first event of a run
   */
  public Coordinator(Vertx vertx, RunStore store, Timers timers, Pace pace, String version) {
    this.vertx = vertx;
    this.store = store;
    this.timers = timers;
    this.pace = pace;
    this.version = version;
  }

  /**
   * Starts an audit.
   *
   * @param listener hears every event in order, on the run's context: it must not block
   */
  public Run run(Audit audit, Consumer<Recorded> listener) {
    var id = RunIds.next(timers.now(), lots);
    var plan = Plan.of(id, audit);
    var context = vertx.getOrCreateContext();
    var ended = Promise.<RunId>promise();
    var watch = new Watch(timers, ended::tryFail);
    var journal = new Journal(plan, EPOCH, store, timers, listener);
    var peers = new Peers(vertx.eventBus(), pace.answer());
    var fanOut =
        new FanOut(
            plan, EPOCH, journal, peers, watch, pace, kept -> settle(context, id, kept, ended));
    var intake = new Intake(new Reception(plan, EPOCH, journal, fanOut), context, watch);
    context.runOnContext(_ -> open(id, intake, watch, ended, () -> fanOut.start(version, audit)));
    return new Run(
        id,
        ended.future(),
        () ->
            context.runOnContext(
                _ -> watch.guarded(() -> fanOut.stop(Cause.CANCELLED, "the run was cancelled"))));
  }

  /** The events of {@code run}, from its store; blocks. */
  public List<Recorded> events(RunId run) {
    return store.events(run);
  }

  /** Listens first, asks then, and stops listening when the run has ended, one way or another. */
  private void open(RunId id, Intake intake, Watch watch, Promise<RunId> ended, Runnable start) {
    var bus = vertx.eventBus();
    List<MessageConsumer<Object>> consumers =
        List.of(
            bus.consumer(Addresses.outcomes(id), intake::outcome),
            bus.consumer(Addresses.progress(id), intake::progress),
            bus.consumer(Addresses.HELLO, intake::hello));
    var _ = ended.future().onComplete(_ -> consumers.forEach(consumer -> consumer.unregister()));
    var _ =
        Future.all(consumers.stream().map(MessageConsumer::completion).toList())
            .onSuccess(_ -> watch.guarded(start))
            .onFailure(ended::tryFail);
  }

  private static void settle(
      Context context, RunId id, CompletableFuture<Void> kept, Promise<RunId> ended) {
    var _ =
        kept.whenComplete(
            (_, failure) ->
                context.runOnContext(
                    _ -> {
                      var _ = failure == null ? ended.tryComplete(id) : ended.tryFail(failure);
                    }));
  }
}
