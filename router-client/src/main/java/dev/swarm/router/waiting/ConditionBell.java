package dev.swarm.router.waiting;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A bell on the machine's time. */
final class ConditionBell implements Bell {
  private final Condition condition;
  private boolean rung;

  ConditionBell(ReentrantLock lock) {
    condition = lock.newCondition();
  }

  @Override
  public void await(Duration atMost) throws InterruptedException {
    long left = TimeUnit.NANOSECONDS.convert(atMost);
    while (!rung && left > 0) {
      left = condition.awaitNanos(left);
    }
    rung = false;
  }

  @Override
  public void ring() {
    rung = true;
    condition.signal();
  }
}
