package dev.swarm.router.scripted;

import java.time.Duration;
import java.util.List;

/**
 * What a server saw so far. Requests are those for chat completions that had the right key.
 *
 * @param requests all of them
 * @param replies answered with a reply, all of which was written
 * @param refused answered with an error: broken rules, a full queue, storms, deviations
 * @param overloaded of those refused, the 429s and 503s
 * @param aborted left by the client before the answer was whole
 * @param spoiled ended by a fault of ours
 * @param hasty sent again before the Retry-After of an earlier refusal was over
 * @param unauthorized requests of any kind without the right key
 * @param probes other requests than for chat completions
 * @param open requests not yet answered, queued ones included; and the most there ever were
 * @param working requests in a slot; and the most there ever were
 * @param queued requests waiting for a slot; and the most there ever were
 * @param busy time in slots, added up over all slots
 * @param bytesIn of requests' bodies
 * @param bytesOut of answers' bodies
 * @param prefixesKept requests whose conversation begins with what was sent before, byte for byte,
 *     with the same tools
 * @param prefixesBroken requests whose conversation was sent before with another beginning
 * @param load how many worked and waited, over time: the most within each tenth of a second in
 *     which something changed, of the last hour at most
 */
public record Statistics(
    long requests,
    long replies,
    long refused,
    long overloaded,
    long aborted,
    long spoiled,
    long hasty,
    long unauthorized,
    long probes,
    Level open,
    Level working,
    Level queued,
    Duration busy,
    long bytesIn,
    long bytesOut,
    long prefixesKept,
    long prefixesBroken,
    List<Load> load) {
  public Statistics {
    load = List.copyOf(load);
  }

  /** A number of requests. */
  public record Level(int now, int most) {}

  /**
   * How many worked and waited.
   *
   * @param at since the server began
   */
  public record Load(Duration at, int working, int queued) {}
}
