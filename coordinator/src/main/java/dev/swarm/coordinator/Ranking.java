package dev.swarm.coordinator;

import java.util.function.Supplier;

/**
 * Finds out whose turn it is. Blocks for a moment; belongs on no event loop.
 *
 * @param session our own
 */
public record Ranking(Coordinator coordinator, String session) implements Supplier<Precedence> {
  @Override
  public Precedence get() {
    var others = coordinator.staying().await().keySet();
    if (others.isEmpty()) {
      return Precedence.ALONE;
    }
    boolean first = others.stream().allMatch(other -> session.compareTo(other) < 0);
    return first ? Precedence.FIRST : Precedence.BEHIND;
  }
}
