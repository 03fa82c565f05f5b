package dev.swarm.coordinator.schedule;

import dev.swarm.coordinator.Coordinator;
import java.util.function.Supplier;

/**
 * Whose turn it is among the coordinators that stay: the one whose session comes first. Blocks for
 * a moment; belongs on no event loop.
 *
 * @param session our own
 */
public record Turn(Coordinator coordinator, String session) implements Supplier<Post> {
  @Override
  public Post get() {
    var others = coordinator.staying().await().keySet();
    if (others.isEmpty()) {
      return Post.ALONE;
    }
    boolean first = others.stream().allMatch(other -> session.compareTo(other) < 0);
    return first ? Post.FIRST : Post.BEHIND;
  }
}
