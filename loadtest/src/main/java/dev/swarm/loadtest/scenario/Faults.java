package dev.swarm.loadtest.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * What goes wrong while tasks run. Processes that fare ill are drawn by seed.
 *
 * @param routerErrors share of requests, in percent, that the router refuses: a third each 429, 503
 *     and 500
 * @param killEvery a process of agents is killed, and started again after a moment
 * @param stopEvery a process of agents is stopped by the kernel for {@code stopFor}: to all others
 *     it looks cut off, and it wakes up in the past
 */
public record Faults(
    int routerErrors,
    Optional<Duration> killEvery,
    Optional<Duration> stopEvery,
    Duration stopFor) {
  public static final Faults NONE =
      new Faults(0, Optional.empty(), Optional.empty(), Duration.ofSeconds(8));

  /** Whether anything goes wrong at all. */
  public boolean any() {
    return routerErrors > 0 || killEvery.isPresent() || stopEvery.isPresent();
  }

  /** In a few words. */
  public String text() {
    if (!any()) {
      return "none";
    }
    var kills = killEvery.map(every -> ", a kill every " + every.toSeconds() + " s").orElse("");
    var stops =
        stopEvery
            .map(every ->
                ", every " + every.toSeconds() + " s one stopped for " + stopFor.toSeconds() + " s")
            .orElse("");
    return routerErrors + " % router errors" + kills + stops;
  }
}
