package dev.swarm.coordinator.life;

import dev.swarm.coordinator.store.Registration;
import dev.swarm.protocol.Fingerprint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The findings of all nodes over time. What reads blocks, and belongs on no event loop: it first
 * takes in runs that have ended since. May be used from any thread.
 */
public interface Lives {
  /**
   * Every finding that there ever was, by node and fingerprint.
   *
   * @throws dev.swarm.coordinator.store.StoreException if they cannot be read
   */
  List<Life> all();

  /** Every turn of every life, oldest first; throws as {@link #all} does. */
  List<Turn> turns();

  /**
   * Says something of a finding; another process may have the store open.
   *
   * @return completes with the life as it is then, once that is durable; fails with {@link
   *     IllegalArgumentException} if no such finding was ever seen on that node, or with a {@link
   *     dev.swarm.coordinator.store.StoreException}
   */
  CompletableFuture<Life> judge(String node, Fingerprint fingerprint, Judgement judgement);

  /** Everything that was ever said, oldest first; throws as {@link #all} does. */
  List<Judged> judgements();

  /**
   * Tells {@code listener} of every change from now on, on a thread of the store: it must return at
   * once. From the first listener on, runs are taken in as they end, and judgements of other
   * processes are noticed within a second.
   */
  Registration onChange(Consumer<LifeChange> listener);
}
