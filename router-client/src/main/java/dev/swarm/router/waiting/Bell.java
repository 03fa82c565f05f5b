package dev.swarm.router.waiting;

import java.time.Duration;

/** What one waiting thread listens to. Both methods are called with its lock held. */
public interface Bell {

  /**
   * Waits until it is rung, or until {@code atMost} is over; the lock is let go meanwhile. May wake
   * without a cause: whoever waits looks again.
   */
  void await(Duration atMost) throws InterruptedException;

  /** Wakes who waits; rung before anybody waits, it wakes the next one at once. */
  void ring();
}
