package dev.swarm.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** No more than so many within any such time. One thread at a time. */
final class Rate {
  private final int most;
  private final Duration within;
  private final Deque<Instant> lately = new ArrayDeque<>();

  Rate(int most, Duration within) {
    this.most = most;
    this.within = within;
  }

  /** How long until there is room again, zero if there never is; empty if there is. */
  Optional<Duration> wait(Instant now) {
    while (!lately.isEmpty() && !lately.peekFirst().plus(within).isAfter(now)) {
      lately.removeFirst();
    }
    if (lately.size() < most) {
      return Optional.empty();
    }
    return Optional.of(
        most == 0 ? Duration.ZERO : Duration.between(now, lately.peekFirst().plus(within)));
  }

  void count(Instant now) {
    if (most < Integer.MAX_VALUE) {
      lately.addLast(now);
    }
  }
}
