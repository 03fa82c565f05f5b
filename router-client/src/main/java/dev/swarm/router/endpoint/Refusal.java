package dev.swarm.router.endpoint;

import dev.swarm.router.Tier;
import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The troubles that are our own, in words that say how to mend them. */
final class Refusal {
  private Refusal() {}

  static Trouble outOfTime(Endpoint endpoint) {
    return Trouble.of(Kind.OUT_OF_TIME, endpoint.name(), "the caller's time is over");
  }

  static Trouble queueFull(Endpoint endpoint) {
    return Trouble.of(
        Kind.QUEUE_FULL,
        endpoint.name(),
        "all %d places of our queue are taken; raise its queue or its concurrency, or ask less at once"
            .formatted(endpoint.queue()));
  }

  static Trouble notAdmitted(Endpoint endpoint) {
    return Trouble.of(
        Kind.NOT_ADMITTED,
        endpoint.name(),
        "no slot came free within %d s; raise its admission clock or its concurrency, or ask less at once"
            .formatted(endpoint.clocks().admission().toSeconds()));
  }

  /** The server wants to be left alone for longer than the caller can wait. */
  static Trouble keptAway(Endpoint endpoint, Duration time) {
    return new Trouble(
        Kind.OVERLOADED,
        endpoint.name(),
        OptionalInt.empty(),
        "it wants to be left alone for %d s more, and the caller has less time; ask later"
            .formatted(time.toSeconds()),
        Optional.of(time));
  }

  static Trouble noEndpoint(Tier tier) {
    return Trouble.of(
        Kind.NO_ENDPOINT,
        "",
        "no endpoint of the tier '%s' is configured; add one to the settings".formatted(tier.id()));
  }
}
