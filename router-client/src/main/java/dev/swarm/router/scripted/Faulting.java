package dev.swarm.router.scripted;

import java.net.URI;
import java.time.Duration;

/**
 * How far the faults of the transport go.
 *
 * @param drip between two bytes of a dribble, and between two comments
 * @param at how many bytes go out before a reset or a stall, the head included
 * @param size of what is huge, in bytes
 * @param count of what there is too much of: calls, levels, choices
 * @param elsewhere where a redirect points
 */
public record Faulting(Duration drip, int at, long size, int count, URI elsewhere) {
  public static final Faulting STANDARD =
      new Faulting(
          Duration.ofSeconds(10),
          160,
          200L << 20,
          10_000,
          URI.create("http://192.0.2.1/v1/chat/completions"));

  public Faulting {
    if (drip.toMillis() < 1 || at < 0 || size < 1 || count < 1) {
      throw new IllegalArgumentException("a fault has a drip of 1 ms and a size of 1 at least");
    }
  }

  /** The same at another pace. */
  public Faulting drip(Duration pace) {
    return new Faulting(pace, at, size, count, elsewhere);
  }

  /** The same after other many bytes. */
  public Faulting at(int bytes) {
    return new Faulting(drip, bytes, size, count, elsewhere);
  }
}
