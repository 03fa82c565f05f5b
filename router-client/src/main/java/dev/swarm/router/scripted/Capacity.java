package dev.swarm.router.scripted;

import java.time.Duration;
import java.util.Optional;

/**
 * How much a server takes on at once.
 *
 * @param slots requests worked on at once
 * @param queue requests that wait, first come first served; more are refused
 * @param full the status of that refusal: 429 or 503
 * @param retryAfter what it says about coming back; whole seconds
 */
public record Capacity(int slots, int queue, int full, Optional<Duration> retryAfter) {
  /** One request after another is what small machines do; here 1024 at once, and no refusal. */
  public static final Capacity STANDARD =
      new Capacity(1024, Integer.MAX_VALUE, 503, Optional.empty());

  public Capacity {
    if (slots < 1 || queue < 0 || !(full == 429 || full == 503)) {
      throw new IllegalArgumentException(
          "a server has at least one slot, no negative queue, and says 429 or 503 when it is full");
    }
  }

  /** So many slots, and a queue without end. */
  public static Capacity slots(int slots) {
    return new Capacity(slots, Integer.MAX_VALUE, 503, Optional.empty());
  }

  /** So many slots and places in the queue. */
  public static Capacity bounded(int slots, int queue) {
    return new Capacity(slots, queue, 503, Optional.empty());
  }

  Refusal refusal() {
    var refusal = full == 429 ? Refusals.limited() : Refusals.busy();
    return retryAfter
        .map(wait -> refusal.with("retry-after", Long.toString(wait.toSeconds())))
        .orElse(refusal);
  }
}
