package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Escalations from one model to another for one reason, with one answer, as people read them.
 *
 * @param count how many
 * @param cost of the stronger model, where there is any
 */
record EscalationGroup(
    String from,
    String to,
    String reason,
    String answer,
    int count,
    Set<String> nodes,
    Set<Area> areas,
    Tally cost) {
  private record Key(String from, String to, String reason, String answer) {}

  /** The most frequent first. */
  static List<EscalationGroup> of(Models models) {
    Map<Key, List<Models.Escalation>> groups = new LinkedHashMap<>();
    for (Models.Escalation each : models.escalations()) {
      var key = new Key(each.from(), each.to(), each.reason(), each.answer());
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
    }
    return groups.entrySet().stream()
        .map(each -> group(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingInt(EscalationGroup::count).reversed())
        .toList();
  }

  private static EscalationGroup group(Key key, List<Models.Escalation> all) {
    var nodes = new TreeSet<String>();
    var areas = new TreeSet<>(AreaOrder.STANDARD_FIRST);
    var cost = Tally.NONE;
    for (Models.Escalation each : all) {
      nodes.add(each.node());
      areas.add(each.area());
      cost = each.cost().map(Tally::spent).map(cost::plus).orElse(cost);
    }
    return new EscalationGroup(
        key.from, key.to, key.reason, key.answer, all.size(), nodes, areas, cost);
  }

  /** {@code qwen3:8b → big}, or that nobody was asked. */
  String way() {
    return from + " → " + (to.isEmpty() ? "nobody" : to);
  }
}
