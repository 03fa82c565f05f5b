package dev.swarm.router.endpoint;

import java.time.Duration;
import java.util.List;

/**
 * How long an endpoint may take.
 *
 * @param connect until there is a connection
 * @param admission in our own queue, for a slot
 * @param firstByte from the request until the first event; the server's queue and the reading of
 *     the prompt are in it
 * @param progress between two events of a reply that has begun; comments do not count
 * @param total for one attempt, all in all
 */
public record Clocks(
    Duration connect, Duration admission, Duration firstByte, Duration progress, Duration total) {

  /** What a router on a small machine needs: reading a prompt takes minutes there. */
  public static final Clocks STANDARD =
      new Clocks(
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          Duration.ofSeconds(180),
          Duration.ofSeconds(45),
          Duration.ofMinutes(10));

  public Clocks {
    for (var clock : List.of(connect, admission, firstByte, progress, total)) {
      if (clock.toMillis() < 1) {
        throw new IllegalArgumentException("a clock runs for a millisecond at least: " + clock);
      }
    }
  }
}
