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
 * @param cutEvery the cable of a process of agents is cut for {@code cutFor}: it goes on, and
 *     reaches neither the others nor the router
 */
public record Faults(
    int routerErrors,
    Optional<Duration> killEvery,
    Optional<Duration> stopEvery,
    Duration stopFor,
    Optional<Duration> cutEvery,
    Duration cutFor) {
  private static final Duration A_STOP = Duration.ofSeconds(8);

  /**
   * TCP sends again after pauses that double: what is cut for 8 s may be silent for 13, and a node
   * is given up after 12.
   */
  private static final Duration A_CUT = Duration.ofSeconds(5);

  public static final Faults NONE =
      new Faults(0, Optional.empty(), Optional.empty(), A_STOP, Optional.empty(), A_CUT);

  /** Whether anything goes wrong at all. */
  public boolean any() {
    return routerErrors > 0
        || killEvery.isPresent()
        || stopEvery.isPresent()
        || cutEvery.isPresent();
  }

  /** In a few words. */
  public String text() {
    if (!any()) {
      return "none";
    }
    var kills = killEvery.map(every -> ", a kill every " + every.toSeconds() + " s").orElse("");
    return routerErrors
        + " % router errors"
        + kills
        + spell(stopEvery, "stopped", stopFor)
        + spell(cutEvery, "cut off", cutFor);
  }

  private static String spell(Optional<Duration> every, String what, Duration time) {
    return every
        .map(one ->
            ", every %d s one %s for %d s".formatted(one.toSeconds(), what, time.toSeconds()))
        .orElse("");
  }

  /** The same with {@code routerErrors}. */
  public Faults errors(int percent) {
    return new Faults(percent, killEvery, stopEvery, stopFor, cutEvery, cutFor);
  }

  /** The same with {@code killEvery}. */
  public Faults kill(Duration every) {
    return new Faults(routerErrors, Optional.of(every), stopEvery, stopFor, cutEvery, cutFor);
  }

  /** The same with {@code stopEvery}. */
  public Faults stop(Duration every) {
    return new Faults(routerErrors, killEvery, Optional.of(every), stopFor, cutEvery, cutFor);
  }

  /** The same with {@code stopFor}. */
  public Faults stopped(Duration time) {
    return new Faults(routerErrors, killEvery, stopEvery, time, cutEvery, cutFor);
  }

  /** The same with {@code cutEvery}. */
  public Faults cut(Duration every) {
    return new Faults(routerErrors, killEvery, stopEvery, stopFor, Optional.of(every), cutFor);
  }

  /** The same with {@code cutFor}. */
  public Faults cutOff(Duration time) {
    return new Faults(routerErrors, killEvery, stopEvery, stopFor, cutEvery, time);
  }
}
