package dev.swarm.cli;

import java.time.Instant;
import java.time.InstantSource;

/** The process's door to time. */
final class SystemClock implements InstantSource {
  @Override
  public Instant instant() {
    return Instant.now();
  }

  /** The time as it is now, and counted from here: it never jumps when somebody sets the clock. */
  InstantSource steady() {
    var began = Instant.now();
    long nanos = System.nanoTime();
    return () -> began.plusNanos(System.nanoTime() - nanos);
  }
}
