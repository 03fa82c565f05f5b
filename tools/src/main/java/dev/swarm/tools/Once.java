package dev.swarm.tools;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A value made at first use, once. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Optional<T> made = Optional.empty();

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    if (made.isEmpty()) {
      lock.lock();
      try {
        if (made.isEmpty()) {
          made = Optional.of(maker.get());
        }
      } finally {
        lock.unlock();
      }
    }
    return made.get();
  }
}
