package dev.swarm.coordinator.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** How a store is, as its thread or a reader last saw it. Any thread. */
final class Condition {
  private final InstantSource clock;
  private final Path file;
  private volatile StoreState state = new StoreState.Ready();
  private volatile Optional<StoreException> failure = Optional.empty();

  Condition(InstantSource clock, Path file) {
    this.clock = clock;
    this.file = file;
  }

  /** Something was written. */
  synchronized void works() {
    if (isFull()) {
      state = new StoreState.Ready();
    }
  }

  synchronized void failed(StoreException reason) {
    failure = Optional.of(reason);
    var words = String.valueOf(reason.getMessage());
    switch (reason.trouble()) {
      case FULL -> {
        if (state instanceof StoreState.Ready) {
          state = new StoreState.Full(clock.instant(), words);
        }
      }
      case DAMAGED, NEWER, UNUSABLE -> state = new StoreState.Damaged(file.toString(), words);
      case BUSY, UNKNOWN_RUN, OUT_OF_ORDER -> {}
    }
  }

  /** Something that was kept is not what was written; it stays so until somebody mends it. */
  synchronized void damaged(StoreException reason) {
    if (!(state instanceof StoreState.Damaged)) {
      state =
          new StoreState.Damaged(
              file.toString(),
              reason.getMessage()
                  + "; `swarm export` saves the runs that are whole, then stop the coordinator and"
                  + " move "
                  + file
                  + " away");
    }
  }

  boolean isFull() {
    return state instanceof StoreState.Full;
  }

  StoreState state() {
    return state;
  }

  /** The last failure to keep something. */
  Optional<StoreException> failure() {
    return failure;
  }
}
