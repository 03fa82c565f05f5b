package dev.swarm.router.endpoint;

import java.util.Optional;
import java.util.OptionalInt;

/** Looks at an endpoint without asking its model anything. Any thread; blocks briefly. */
@FunctionalInterface
public interface Probing {

  /** What can be seen of {@code endpoint} now; expected troubles are part of the answer. */
  Seen look(Endpoint endpoint, Optional<String> key) throws InterruptedException;

  /**
   * What was seen.
   *
   * @param loading whether it says that it is loading its model
   * @param slots requests that it serves at once, where it tells
   */
  record Seen(boolean loading, OptionalInt slots) {}
}
