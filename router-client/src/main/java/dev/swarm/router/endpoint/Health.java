package dev.swarm.router.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Health as we see it: an endpoint that fails several times, with nothing completed in between, is
 * let rest for a second, then for two, and so on up to a minute; it comes back by a real request
 * (rows 45 and 46 of the catalogue: what it says about itself is worth little). Owned by one {@link
 * Gate}.
 */
final class Health {
  private static final int SUCCESSIVE = 3;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final double JITTER = 0.25;

  private int failures;
  private int rests;
  private boolean dead;
  private Optional<Rest> rest = Optional.empty();

  /** Something came to an end, be it that the model wrote nonsense: it lives. */
  void completed() {
    failures = 0;
    rests = 0;
    dead = false;
    rest = Optional.empty();
  }

  /**
   * A request sent at {@code sent} failed in a way that counts.
   *
   * @param unreachable whether the endpoint seems dead, not only busy
   * @param chance from 0 to 1
   * @return whether it is let rest from now on
   */
  boolean failed(Instant now, Instant sent, boolean unreachable, double chance) {
    failures++;
    dead = unreachable;
    boolean news = rest.map(given -> sent.isAfter(given.since())).orElse(true);
    if (failures < SUCCESSIVE || !news) {
      return false;
    }
    rest = Optional.of(new Rest(now, now.plus(pause(chance))));
    rests++;
    return true;
  }

  /** The rest it is given, if it is ejected. */
  Optional<Rest> rest() {
    return rest;
  }

  /** Whether it seems dead: then somebody who has tried nothing yet may try at once. */
  boolean dead() {
    return dead;
  }

  private Duration pause(double chance) {
    Duration pause = SHORTEST;
    for (int i = 0; i < rests && pause.compareTo(LONGEST) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    return pause.plus(Duration.ofNanos((long) (pause.toNanos() * JITTER * chance)));
  }

  /** Ejected, and from when on it may be tried. */
  record Rest(Instant since, Instant until) {}
}
