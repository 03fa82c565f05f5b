package dev.swarm.coordinator.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests by route, method and kind of status, and how long they took. Any thread. */
final class Requests {
  private final Map<Kind, Sum> sums = new ConcurrentSkipListMap<>();

  /**
   * What a request counts as.
   *
   * @param route its template, {@code page} or {@code none}: as many as there are routes
   */
  record Kind(String route, String method, int status) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return "route=\"" + route + "\",method=\"" + method + "\",status=\"" + status + "xx\"";
    }
  }

  /** How many, and how long together. */
  record Sum(LongAdder count, LongAdder nanos) {}

  void served(String route, String method, int status, Duration took) {
    var sum =
        sums.computeIfAbsent(
            new Kind(route, method, status / 100), _ -> new Sum(new LongAdder(), new LongAdder()));
    sum.count().increment();
    sum.nanos().add(took.toNanos());
  }

  Map<Kind, Sum> all() {
    return sums;
  }
}
