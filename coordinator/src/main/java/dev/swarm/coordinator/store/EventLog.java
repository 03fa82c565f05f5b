package dev.swarm.coordinator.store;

import dev.swarm.protocol.RunId;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Events of all runs in the order in which a store committed them, those of other processes that
 * use the same store included. Reading blocks. May be used from any thread.
 */
public interface EventLog {
  /**
   * Events after {@code position}, oldest first.
   *
   * @param position exclusive; 0 for the beginning
   * @throws StoreException if they cannot be read, or one is damaged
   */
  List<Placed> after(long position, int limit);

  /** Those of one run; empty if there is no such run. */
  List<Placed> after(long position, RunId run, int limit);

  /** Where the last event stands; 0 when there is none. */
  long newest();

  /**
   * Where the first event stands that is still kept; 0 when there is none. Whoever asks for what
   * comes after an earlier position has missed what was deleted since.
   */
  long oldest();

  /**
   * Calls {@code newest} with the newest position after each commit of this process, and within a
   * second of one of another process, on the store's thread: it must return at once.
   */
  Registration onCommit(LongConsumer newest);
}
