package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import java.time.Instant;

/** Whether a store can keep anything at the moment. */
public sealed interface StoreState {
  /**
   * Refuses to begin anything that this store could not keep.
   *
   * @throws StoreException saying why, unless it is ready
   */
  default void requireReady() {
    switch (this) {
      case Ready _ -> {}
      case Full(_, var reason) -> throw new StoreException(Trouble.FULL, reason);
      case Damaged(_, var reason) -> throw new StoreException(Trouble.DAMAGED, reason);
    }
  }

  /** It keeps what it is given. */
  record Ready() implements StoreState {}

  /**
   * No space is left: nothing new is kept, until there is space again. Looked at every second.
   *
   * @param reason in words, with what to do
   */
  record Full(Instant since, String reason) implements StoreState {}

  /**
   * What is there is not what was written, or cannot be used at all; it takes a person to go on.
   *
   * @param where the file, and the place in it where that is known
   * @param reason in words, with what to do
   */
  record Damaged(String where, String reason) implements StoreState {}
}
