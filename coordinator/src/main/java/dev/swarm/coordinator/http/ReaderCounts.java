package dev.swarm.coordinator.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How many read, and what became of those who did not. Any thread. */
final class ReaderCounts {
  private final InstantSource steady;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong gaps = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  ReaderCounts(InstantSource steady) {
    this.steady = steady;
  }

  Instant now() {
    return steady.instant();
  }

  int opened() {
    return open.incrementAndGet();
  }

  void closed() {
    var _ = open.decrementAndGet();
  }

  void gap() {
    var _ = gaps.incrementAndGet();
  }

  void dropped() {
    var _ = dropped.incrementAndGet();
  }

  int reading() {
    return open.get();
  }

  long gaps() {
    return gaps.get();
  }

  long droppedSoFar() {
    return dropped.get();
  }
}
