package dev.swarm.coordinator;

import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
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
    var over = Promise.<RunId>promise();
    var watch = new Watch(timers, bug -> settle(over, id, Optional.of(bug)));
    var journal = new Journal(plan, EPOCH, store, timers, listener);
    var peers = new Peers(vertx.eventBus(), pace.answer());
    var fanOut =
        new FanOut(
            plan, EPOCH, journal, peers, watch, pace, last -> await(context, last, over, id));
    var reception = new Reception(plan, EPOCH, journal, fanOut);
    var ears = new Ears(vertx.eventBus(), id, new Intake(reception, context, watch));
    context.runOnContext(_ -> listenThenAsk(ears, watch, () -> fanOut.start(version, audit)));
    return new Run(
        id,
        over.future().eventually(ears::close),
        () -> context.runOnContext(_ -> watch.guarded(fanOut::cancel)));
  }

  /** The events of {@code run}, from its store; blocks. */
  public List<Recorded> events(RunId run) {
    return store.events(run);
  }

  private static void listenThenAsk(Ears ears, Watch watch, Runnable ask) {
    var _ = ears.open().onSuccess(_ -> watch.guarded(ask)).onFailure(watch::broken);
  }

  private static void await(
      Context context, CompletableFuture<Void> last, Promise<RunId> over, RunId id) {
    var _ =
        last.whenComplete((_, failure) ->
            context.runOnContext(_ -> settle(over, id, Optional.ofNullable(failure))));
  }

  private static void settle(Promise<RunId> over, RunId id, Optional<Throwable> failure) {
    boolean _ = failure.map(over::tryFail).orElseGet(() -> over.tryComplete(id));
  }
}
