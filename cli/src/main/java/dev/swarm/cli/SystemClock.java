package dev.swarm.cli;

import java.time.Instant;
import java.time.InstantSource;

/** The process's door to time. */
final class SystemClock implements InstantSource {
  /** A clock that begins with the time of day and never jumps; for measuring how long one waits. */
  static InstantSource steady() {
    var begin = Instant.now();
    long zero = System.nanoTime();
    return () -> begin.plusNanos(System.nanoTime() - zero);
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }
}
