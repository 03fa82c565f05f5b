package dev.swarm.router.waiting;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The machine's time as it was when this was made, and counted from there: it never jumps when
 * somebody sets the clock, so that a Retry-After of a minute is a minute.
 */
public final class SystemClock implements InstantSource {
  private final Instant began = Instant.now();
  private final long nanos = System.nanoTime();

  @Override
  public Instant instant() {
    return began.plusNanos(System.nanoTime() - nanos);
  }
}
