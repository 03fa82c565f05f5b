package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CoverageState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One line per area; a question has checks of areas in which nobody was sent to work. */
final class AreaLines {
  private AreaLines() {}

  static List<Report.AreaLine> of(
      List<Report.Work> works, List<Report.Cover> coverage, List<Report.Finding> findings) {
    Map<Area, List<Report.Work>> byArea = new TreeMap<>(AreaOrder.STANDARD_FIRST);
    works.forEach(work -> byArea.computeIfAbsent(work.area(), _ -> new ArrayList<>()).add(work));
    coverage.forEach(c -> byArea.computeIfAbsent(c.area(), _ -> List.of()));
    findings.forEach(f -> byArea.computeIfAbsent(f.area(), _ -> List.of()));
    Map<Area, List<Report.Cover>> covers = new HashMap<>();
    coverage.forEach(c -> covers.computeIfAbsent(c.area(), _ -> new ArrayList<>()).add(c));
    Map<Area, Integer> found = new HashMap<>();
    findings.forEach(f -> found.merge(f.area(), f.nodes().size(), Integer::sum));
    return byArea.entrySet().stream()
        .map(entry ->
            line(
                entry.getKey(),
                entry.getValue(),
                covers.getOrDefault(entry.getKey(), List.of()),
                found.getOrDefault(entry.getKey(), 0)))
        .toList();
  }

  private static Report.AreaLine line(
      Area area, List<Report.Work> works, List<Report.Cover> covers, int findings) {
    return new Report.AreaLine(
        area,
        Count.by(CoverageState.class, covers, Report.Cover::state),
        findings,
        works.stream().mapToInt(Report.Work::toolCalls).sum(),
        works.stream().mapToLong(Report.Work::durationMillis).max().orElse(0));
  }
}
