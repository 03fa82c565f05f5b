package dev.swarm.coordinator.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** A token bucket for each client. Those seen last are remembered. Any thread. */
final class Buckets {
  private static final int CLIENTS = 10_000;

  private final double perSecond;
  private final int burst;
  private final InstantSource steady;
  private final Map<String, Bucket> clients = new LinkedHashMap<>(16, 0.75f, true);

  private record Bucket(double level, Instant at) {}

  /**
   * @param burst how much a full bucket holds
   */
  Buckets(double perSecond, int burst, InstantSource steady) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.steady = steady;
  }

  /** Takes one from the bucket of {@code client}, unless it is empty. */
  synchronized boolean take(String client) {
    var now = steady.instant();
    double level = level(client, now);
    boolean enough = level >= 1;
    clients.put(client, new Bucket(enough ? level - 1 : level, now));
    if (clients.size() > CLIENTS) {
      var eldest = clients.keySet().iterator().next();
      var _ = clients.remove(eldest);
    }
    return enough;
  }

  /** Whether one could be taken. */
  synchronized boolean any(String client) {
    return level(client, steady.instant()) >= 1;
  }

  private double level(String client, Instant now) {
    var before = clients.getOrDefault(client, new Bucket(burst, now));
    double gained = Duration.between(before.at(), now).toNanos() / 1e9 * perSecond;
    return Math.min(burst, before.level() + Math.max(0, gained));
  }

  /** Whole seconds until there is one again. */
  int seconds() {
    return (int) Math.ceil(1 / perSecond);
  }
}
