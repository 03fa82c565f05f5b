package dev.swarm.coordinator;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts what nodes sent home, by what became of it. Any thread. */
public final class Intake {
  private final Map<Exit, Long> exits = new EnumMap<>(Exit.class);

  /** What can become of it; each has its counter. */
  public enum Exit {
    KEPT,
    DUPLICATE,
    TOO_LATE,
    NOT_KEPT,
    NONSENSE,
    SUPERSEDED,
    UNKNOWN_RUN,
    NEWS;

    /** The name in metrics. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  synchronized void count(Exit exit) {
    exits.merge(exit, 1L, Long::sum);
  }

  /** How many, by every exit there is. */
  public synchronized Map<Exit, Long> counts() {
    var counts = new EnumMap<Exit, Long>(Exit.class);
    for (var exit : Exit.values()) {
      counts.put(exit, exits.getOrDefault(exit, 0L));
    }
    return counts;
  }
}
