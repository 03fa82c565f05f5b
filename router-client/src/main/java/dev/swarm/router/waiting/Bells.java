package dev.swarm.router.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/** Makes bells: real ones, or those of a test that owns the time. */
@FunctionalInterface
public interface Bells {

  /** A bell that belongs to {@code lock}, for one thread. */
  Bell hang(ReentrantLock lock);

  /** Bells that wait on the machine's time. */
  static Bells real() {
    return ConditionBell::new;
  }

  /** Waits for {@code pause}, whatever happens meanwhile but an interruption. */
  default void pause(Duration pause, InstantSource clock) throws InterruptedException {
    var lock = new ReentrantLock();
    lock.lockInterruptibly();
    try {
      var bell = hang(lock);
      Instant end = clock.instant().plus(pause);
      for (var now = clock.instant(); now.isBefore(end); now = clock.instant()) {
        bell.await(Duration.between(now, end));
      }
    } finally {
      lock.unlock();
    }
  }
}
