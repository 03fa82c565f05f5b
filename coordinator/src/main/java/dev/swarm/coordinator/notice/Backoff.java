package dev.swarm.coordinator.notice;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long is waited after an attempt that failed: twice as long each time, between half and the
 * whole of that by lot, and never less than the destination asks for within reason.
 */
record Backoff(RandomGenerator lots) {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration MOST = Duration.ofMinutes(15);
  private static final Duration ASKED = Duration.ofHours(1);
  private static final int DOUBLINGS = 7;

  Duration after(int attempts, Optional<Duration> asked) {
    long whole = Math.min(MOST.toMillis(), FIRST.toMillis() << Math.min(DOUBLINGS, attempts));
    var ours = Duration.ofMillis(whole / 2 + lots.nextLong(whole / 2 + 1));
    return asked
        .map(theirs -> theirs.compareTo(ASKED) > 0 ? ASKED : theirs)
        .filter(theirs -> theirs.compareTo(ours) > 0)
        .orElse(ours);
  }
}
