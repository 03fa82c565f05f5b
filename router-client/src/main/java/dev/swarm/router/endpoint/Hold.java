package dev.swarm.router.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps everybody away from an endpoint that said it has too much to do: for as long as it asked
 * (Retry-After, row 41 of the catalogue) and a little more, or with growing pauses where it named
 * no time. After that requests go one by one, until the first reply shows that it serves again: who
 * waited does not come back all at once. Owned by one {@link Gate}.
 */
final class Hold {
  /** A longer Retry-After is taken for a mistake. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
  private static final Duration MOST_JITTER = Duration.ofSeconds(2);
  private static final Duration LEAST_JITTER = Duration.ofMillis(50);
  private static final Duration PACE = Duration.ofMillis(250);
  private static final int TENTH = 10;

  private Instant began = Instant.MIN;
  private Instant until = Instant.MIN;
  private Instant paced = Instant.MIN;
  private boolean cautious;
  private int step;

  /** From when on a request may be sent. */
  Instant opens() {
    return cautious && paced.isAfter(until) ? paced : until;
  }

  /** Until when the server is left alone, whoever asks. */
  Instant until() {
    return until;
  }

  /**
   * The server refused a request that was sent at {@code sent}.
   *
   * @param chance from 0 to 1
   * @return whether that is news: a request sent before the last refusal tells the same again
   */
  boolean refused(Instant now, Instant sent, Optional<Duration> retryAfter, double chance) {
    boolean news = sent.isAfter(began);
    if (news) {
      step++;
      began = now;
    }
    cautious = true;
    if (news || retryAfter.isPresent()) {
      until = later(until, now.plus(pause(retryAfter, chance)));
    }
    return news;
  }

  /** A request sent at {@code sent} had a reply. */
  void completed(Instant sent) {
    if (sent.isAfter(began)) {
      step = 0;
      cautious = false;
    }
  }

  /** A request is sent: the next one follows at a distance, while there is doubt. */
  void admitted(Instant now, double chance) {
    if (cautious) {
      paced = now.plus(part(PACE, 0.5 + chance));
    }
  }

  /**
   * As asked; if it refuses again and again although it was left alone, our own pauses count too.
   */
  private Duration pause(Optional<Duration> retryAfter, double chance) {
    if (retryAfter.isEmpty()) {
      return backoff(chance);
    }
    Duration asked = asked(retryAfter.get(), chance);
    Duration own = step > 1 ? backoff(chance) : Duration.ZERO;
    return asked.compareTo(own) > 0 ? asked : own;
  }

  /** As asked, and up to a tenth more. */
  private static Duration asked(Duration retryAfter, double chance) {
    Duration wait = retryAfter.compareTo(LONGEST) > 0 ? LONGEST : retryAfter;
    Duration most = wait.dividedBy(TENTH);
    most = most.compareTo(MOST_JITTER) > 0 ? MOST_JITTER : most;
    most = most.compareTo(LEAST_JITTER) < 0 ? LEAST_JITTER : most;
    return wait.plus(part(most, chance));
  }

  /** Between half a step and a whole one; steps double. */
  private Duration backoff(double chance) {
    Duration whole = SHORTEST_PAUSE;
    for (int i = 1; i < step && whole.compareTo(LONGEST_PAUSE) < 0; i++) {
      whole = whole.multipliedBy(2);
    }
    return part(whole, (1 + chance) / 2);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofNanos((long) (whole.toNanos() * share));
  }
}
