package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.RunId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads every run that is kept once, whole, in the background, after a coordinator that stays has
 * opened its store: what opening looks at is only what was written last. A thread and a transaction
 * of its own for each run, and a rest after it, so that nobody who writes or reads waits for it.
 */
final class Verification implements AutoCloseable {
  /** It rests for as long as it worked, within these bounds. */
  private static final long REST_MILLIS = 20;

  private static final long MOST_MILLIS = 10_000;

  /**
   * The one event whose kind tells something about the whole; decoding the others is for readers.
   */
  private static final String LAST = "run-ended";

  private final ReadConnections reads;
  private final Suspects suspects;
  private final Consumer<StoreException> damage;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  /**
   * Begins.
   *
   * @param damage hears of each run that is not what was written
   * @param clock by which it rests
   */
  Verification(
      ReadConnections reads,
      Suspects suspects,
      Consumer<StoreException> damage,
      InstantSource clock) {
    this.reads = reads;
    this.suspects = suspects;
    this.damage = damage;
    this.clock = clock;
    var _ = Thread.ofPlatform().name("swarm-verify").daemon().start(this::work);
  }

  /** Waits until it has been through all runs. */
  void await() throws InterruptedException {
    done.await();
  }

  private void work() {
    var damaged = new HashSet<RunId>();
    try {
      for (var run : order()) {
        var began = clock.instant();
        if (damage(run).isPresent()) {
          damaged.add(run);
        }
        long took = Duration.between(began, clock.instant()).toMillis();
        if (closing.await(Math.clamp(took, REST_MILLIS, MOST_MILLIS), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
      suspects.set(damaged);
    } catch (StoreException e) {
      var _ = tell(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      done.countDown();
    }
  }

  /** Those that were damaged the last time first, then the newest. */
  private List<RunId> order() {
    Set<RunId> before = suspects.all();
    var all = reads.read(connection -> new RunReader(connection).ids());
    var order = new ArrayList<RunId>();
    all.stream().filter(before::contains).forEach(order::add);
    all.stream().filter(run -> !before.contains(run)).forEach(order::add);
    return order;
  }

  private Optional<StoreException> damage(RunId run) {
    try {
      return reads.read(connection -> {
        new RunReader(connection).each(run, LAST::equals, _ -> {});
        return Optional.empty();
      });
    } catch (StoreException e) {
      return tell(e);
    }
  }

  /** A run that left meanwhile, and a store that cannot be read now, are not damage. */
  private Optional<StoreException> tell(StoreException e) {
    if (e.trouble() != Trouble.DAMAGED) {
      return Optional.empty();
    }
    damage.accept(e);
    return Optional.of(e);
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
