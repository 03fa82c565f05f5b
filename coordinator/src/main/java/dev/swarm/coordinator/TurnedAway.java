package dev.swarm.coordinator;

import dev.swarm.bus.Turned;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Verb;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts messages that were turned away at a coordinator's door, by the reason. Any thread. */
public final class TurnedAway {
  /** Before a sender has heard of us, its beats cannot show that they are new: that is no news. */
  private static final Set<String> BEATS = Set.of(Verb.BEAT.id(), Verb.COORDINATOR_BEAT.id());

  private final Map<Rejection, Long> all = new EnumMap<>(Rejection.class);
  private final Map<Rejection, Long> odd = new EnumMap<>(Rejection.class);
  private final Map<Rejection, Set<String>> types = new EnumMap<>(Rejection.class);

  synchronized void count(Turned message) {
    all.merge(message.why(), 1L, Long::sum);
    if (message.why() != Rejection.STALE || !BEATS.contains(message.type())) {
      odd.merge(message.why(), 1L, Long::sum);
      var known = Verb.ALL.stream().anyMatch(verb -> message.type().endsWith(verb.id()));
      var _ =
          types
              .computeIfAbsent(message.why(), _ -> new TreeSet<>())
              .add(known ? message.type() : "unknown");
    }
  }

  /** How many, by every reason there is. */
  public synchronized Map<Rejection, Long> counts() {
    var counts = new EnumMap<Rejection, Long>(Rejection.class);
    for (var why : Rejection.values()) {
      counts.put(why, all.getOrDefault(why, 0L));
    }
    return counts;
  }

  /**
   * In one line, such as {@code turned away 3 messages: altered 2 (outcome), foreign 1 (beat)};
   * empty where nothing was turned away but what the begin of a stay brings.
   */
  public synchronized Optional<String> told() {
    long sum = odd.values().stream().mapToLong(Long::longValue).sum();
    return sum == 0
        ? Optional.empty()
        : Optional.of(
            "turned away "
                + (sum == 1 ? "a message: " : sum + " messages: ")
                + odd.entrySet().stream().map(this::told).collect(Collectors.joining(", ")));
  }

  private String told(Map.Entry<Rejection, Long> one) {
    return one.getKey().id()
        + " "
        + one.getValue()
        + " ("
        + String.join(", ", types.getOrDefault(one.getKey(), Set.of()))
        + ")";
  }
}
