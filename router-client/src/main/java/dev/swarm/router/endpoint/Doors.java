package dev.swarm.router.endpoint;

import dev.swarm.router.waiting.Bells;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What endpoints need of the world.
 *
 * @param attempts one request over the wire
 * @param probing a look at an endpoint that is loading
 * @param keys finds keys, for each request anew
 * @param learning what a refusal teaches
 * @param bells how threads wait
 * @param clock the time; one that does not jump, such as {@link
 *     dev.swarm.router.waiting.SystemClock}
 * @param chance from 0 to 1, for jitter; any thread
 */
public record Doors(
    Attempts attempts,
    Probing probing,
    Keys keys,
    Learning learning,
    Bells bells,
    InstantSource clock,
    DoubleSupplier chance) {

  /** The endpoint's key, if it takes one. */
  Optional<String> key(Endpoint endpoint) throws KeyException, InterruptedException {
    return switch (endpoint.key()) {
      case KeySource.None() -> Optional.empty();
      case KeySource.Environment source -> Optional.of(keys.of(source));
      case KeySource.File source -> Optional.of(keys.of(source));
      case KeySource.Command source -> Optional.of(keys.of(source));
    };
  }
}
