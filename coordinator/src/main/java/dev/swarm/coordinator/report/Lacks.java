package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Investigations that lack a model's look, by reason: a dead router is one line, not thousands. */
final class Lacks {
  private static final Comparator<Models.Lack> ORDER =
      Comparator.comparingInt(Models.Lack::investigations)
          .reversed()
          .thenComparing(Models.Lack::reason);

  /** One reason, while it is being counted. */
  private static final class Group {
    private final Set<String> nodes = new TreeSet<>();
    private final Set<Area> areas = new TreeSet<>(AreaOrder.STANDARD_FIRST);
    private int count;

    void add(SubtaskLife life) {
      count++;
      nodes.add(life.subtask().node());
      areas.add(life.subtask().area());
    }
  }

  private Lacks() {}

  static List<Models.Lack> of(List<SubtaskLife> lives) {
    Map<String, Group> groups = new TreeMap<>();
    for (SubtaskLife life : lives) {
      reason(life).ifPresent(reason -> groups.computeIfAbsent(reason, _ -> new Group()).add(life));
    }
    return groups.entrySet().stream()
        .map(each -> lack(each.getKey(), each.getValue()))
        .sorted(ORDER)
        .toList();
  }

  private static Optional<String> reason(SubtaskLife life) {
    return life.completed().isPresent() ? life.thought().lacking() : Optional.empty();
  }

  private static Models.Lack lack(String reason, Group group) {
    return new Models.Lack(reason, group.count, List.copyOf(group.nodes), List.copyOf(group.areas));
  }
}
