package dev.swarm.coordinator;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Subtask;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long each area took on each node when it was last worked, as long as this coordinator
 * remembers: begun first, what takes longest does not end last. Owned by the desk.
 */
final class Lengths {
  private static final int MOST = 100_000;

  private record Place(String node, Area area) {}

  private final Map<Place, Duration> last =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Duration> eldest) {
          return size() > MOST;
        }
      };

  /** Takes in how {@code subtask} ended; a failure says nothing about its length. */
  void learn(Subtask subtask, Outcome outcome) {
    if (outcome instanceof Outcome.Completed done) {
      last.put(place(subtask), done.effort().time());
    }
  }

  /** Zero where nobody knows. */
  Duration of(Subtask subtask) {
    return last.isEmpty() ? Duration.ZERO : last.getOrDefault(place(subtask), Duration.ZERO);
  }

  /** Whether nothing is known. */
  boolean isEmpty() {
    return last.isEmpty();
  }

  private static Place place(Subtask subtask) {
    return new Place(subtask.node(), subtask.area());
  }
}
