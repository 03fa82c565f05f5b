package dev.swarm.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which messages came in lately, so that none comes in twice. One thread at a time. */
final class Admitted {
  private final Duration window;
  private final int most;
  private final Map<Serial, Instant> when = new LinkedHashMap<>();

  /** A message, by who sent it. */
  private record Serial(String process, long number) {}

  /**
   * Nothing yet.
   *
   * @param window older messages are turned away for their age
   * @param most remembered at once
   */
  Admitted(Duration window, int most) {
    this.window = window;
    this.most = most;
  }

  boolean has(String process, long serial) {
    return when.containsKey(new Serial(process, serial));
  }

  boolean full(Instant now) {
    var eldest = when.values().iterator();
    while (eldest.hasNext() && eldest.next().plus(window).isBefore(now)) {
      eldest.remove();
    }
    return when.size() >= most;
  }

  void remember(String process, long serial, Instant now) {
    when.put(new Serial(process, serial), now);
  }
}
