package dev.swarm.coordinator.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** How a store is, as its thread last saw it. Changed by that thread, read by any. */
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
  void works() {
    if (isFull()) {
      state = new StoreState.Ready();
    }
  }

  void failed(StoreException reason) {
    failure = Optional.of(reason);
    var words = String.valueOf(reason.getMessage());
    switch (reason.trouble()) {
      case FULL -> {
        if (!isFull()) {
          state = new StoreState.Full(clock.instant(), words);
        }
      }
      case DAMAGED, NEWER, UNUSABLE -> state = new StoreState.Damaged(file.toString(), words);
      case BUSY, UNKNOWN_RUN, OUT_OF_ORDER -> {}
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
