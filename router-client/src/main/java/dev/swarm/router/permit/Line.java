package dev.swarm.router.permit;

import dev.swarm.router.waiting.Bell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Wishes in the order in which they are served: nodes take turns, the one that got least recently
 * first; within a node, first come, first served. Owned by one {@link LocalPermits}.
 */
final class Line {
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<String, Long> lastServed = new HashMap<>();
  private long turns;

  /** One wish that waits, and its answer once there is one. */
  static final class Waiting {
    final Wish wish;
    final Bell bell;
    Optional<Booking> booking = Optional.empty();
    Optional<String> refused = Optional.empty();

    Waiting(Wish wish, Bell bell) {
      this.wish = wish;
      this.bell = bell;
    }

    boolean answered() {
      return booking.isPresent() || refused.isPresent();
    }
  }

  void add(Waiting one) {
    waiting.add(one);
  }

  void leave(Waiting one) {
    waiting.remove(one);
    if (waiting.isEmpty()) {
      lastServed.clear();
    }
  }

  void served(Waiting one) {
    lastServed.put(one.wish.node(), ++turns);
  }

  /** Those without an answer, whose turn it is first. */
  List<Waiting> inTurn() {
    return waiting.stream()
        .filter(one -> !one.answered())
        .sorted(Comparator.comparingLong(one -> lastServed.getOrDefault(one.wish.node(), 0L)))
        .toList();
  }
}
