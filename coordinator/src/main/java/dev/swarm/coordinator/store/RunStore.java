package dev.swarm.coordinator.store;

import dev.swarm.coordinator.life.Judged;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where runs are kept. {@link #append} never blocks; everything that reads does, and belongs on no
 * event loop. May be used from any thread.
 */
public interface RunStore extends AutoCloseable {
  /**
   * Adds an event to its run; events of a run come in their order, without gaps.
   *
   * @return completes once the event is as durable as this store makes it; fails with a {@link
   *     StoreException}
   */
  CompletableFuture<Void> append(Recorded recorded);

  /**
   * The events of {@code run}, verified, in order.
   *
   * @throws StoreException if there is no such run, or it cannot be read, or it is damaged
   */
  List<Recorded> events(RunId run);

  /**
   * Every run that is kept, newest first; a damaged one is among them, and says so.
   *
   * @throws StoreException if the store cannot be read
   */
  RunHistory runs();

  /**
   * Everything that operators said of findings, oldest first; nothing in memory.
   *
   * @throws StoreException if it cannot be read, or is damaged
   */
  default List<Judged> judgements() {
    return List.of();
  }

  /** Whether it can keep anything at the moment; never blocks. One in memory always can. */
  default StoreState state() {
    return new StoreState.Ready();
  }

  /** Why the run under way is not kept, in words for its report; empty if it is kept. */
  Optional<String> notKept();

  /** Waits until everything appended has been kept or has failed, and lets go. */
  @Override
  void close();
}
