package dev.swarm.coordinator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The newest events, as text. Whoever is further behind reads the log. Any thread. */
final class Ring {
  private static final int MOST = 8_192;
  private static final long MOST_BYTES = 16L << 20;
  private static final int AT_ONCE = 64;

  private final TreeMap<Long, Told> told = new TreeMap<>();
  private long before;
  private long newest;
  private long bytes;

  /** Begins after {@code position}. */
  Ring(long position) {
    this.before = position;
    this.newest = position;
  }

  synchronized void add(Told one) {
    told.put(one.position(), one);
    newest = one.position();
    bytes += one.text().length();
    while (told.size() > MOST || bytes > MOST_BYTES) {
      var eldest = told.pollFirstEntry();
      before = eldest.getKey();
      bytes -= eldest.getValue().text().length();
    }
  }

  /** A few of those after {@code position}; empty if that is further back than this reaches. */
  synchronized Optional<List<Told>> after(long position) {
    if (position < before) {
      return Optional.empty();
    }
    var few = new ArrayList<Told>(AT_ONCE);
    for (var one : told.tailMap(position, false).values()) {
      if (few.size() == AT_ONCE) {
        break;
      }
      few.add(one);
    }
    return Optional.of(few);
  }

  /** What comes after this is here. */
  synchronized long before() {
    return before;
  }

  synchronized long newest() {
    return newest;
  }
}
