package dev.swarm.cli;

import java.time.Instant;
import java.time.InstantSource;

/** The process's door to time. */
final class SystemClock implements InstantSource {
  @Override
  public Instant instant() {
    return Instant.now();
  }
}
