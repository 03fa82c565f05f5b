package dev.swarm.bus.cluster;

import java.time.Duration;

/**
 * How quickly the cluster notices things. Hazelcast's own defaults (60 s, 300 s, 120 s) are for
 * machines that do nothing else.
 *
 * @param heartbeat between members
 * @param lost a member that is silent for so long is removed
 * @param merge halves of a split cluster look for one another so often
 * @param connect for a connection to come about
 * @param ping of the bus itself: how often, and how long it may take
 * @param watch how often {@link Watchdog} looks
 */
public record ClusterPace(
    Duration heartbeat,
    Duration lost,
    Duration merge,
    Duration connect,
    Duration ping,
    Duration watch) {
  public ClusterPace {
    for (var each : new Duration[] {heartbeat, lost, merge, connect, ping, watch}) {
      if (each.toMillis() < 1) {
        throw new IllegalArgumentException("a pace takes time, not " + each);
      }
    }
  }

  /** What the fleet runs with. */
  public static ClusterPace standard() {
    return new ClusterPace(
        Duration.ofSeconds(2),
        Duration.ofSeconds(15),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofMillis(2_500));
  }
}
