package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;
import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint stands at one moment, for choosing among several.
 *
 * @param fit whether a request may go there without waiting for more than a slot
 * @param closed why nobody may ask it for now
 * @param ejected since when it is let rest
 * @param held until when it wants to be left alone
 * @param limit requests that it is given at once
 * @param full whether its queue takes nobody
 */
record Standing(
    boolean fit,
    Optional<Trouble> closed,
    Optional<Instant> ejected,
    Instant held,
    int inFlight,
    int queued,
    int limit,
    boolean full) {

  /** How much there is to do, by what it can do. */
  double load() {
    return (double) (inFlight + queued) / limit;
  }

  /** Whether a request would only find a queue that is full. */
  boolean overfull() {
    return full && inFlight >= limit;
  }
}
