package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CoverageState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Coverage by node and area. */
record Places(Map<Place, Map<CoverageState, Integer>> counts) {
  record Place(String node, Area area) {}

  static Places of(List<Report.Cover> coverage) {
    Map<Place, Map<CoverageState, Integer>> counts = new HashMap<>();
    for (Report.Cover cover : coverage) {
      counts
          .computeIfAbsent(
              new Place(cover.node(), cover.area()), _ -> new EnumMap<>(CoverageState.class))
          .merge(cover.state(), 1, Integer::sum);
    }
    return new Places(counts);
  }

  Map<CoverageState, Integer> states(String node, Area area) {
    return counts.getOrDefault(new Place(node, area), Map.of());
  }
}
