package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.NodeNames;
import dev.swarm.protocol.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes on which a finding is the same to the word. */
record Alike(Severity severity, String title, Novelty novelty, List<Report.Occurrence> on) {
  private record Key(Severity severity, String title, Novelty novelty) {
    static Key of(Report.Occurrence on) {
      return new Key(on.severity(), on.title(), on.novelty());
    }
  }

  /** By what is said, the worst first. */
  static List<Alike> of(Report.Finding finding) {
    Map<Key, List<Report.Occurrence>> alike = new LinkedHashMap<>();
    for (Report.Occurrence on : finding.nodes()) {
      alike.computeIfAbsent(Key.of(on), _ -> new ArrayList<>()).add(on);
    }
    return alike.entrySet().stream()
        .map(each ->
            new Alike(
                each.getKey().severity,
                each.getKey().title,
                each.getKey().novelty,
                each.getValue()))
        .toList();
  }

  /** Without those of whom the worst says it all. */
  static List<Alike> others(Report.Finding finding) {
    var all = of(finding);
    return all.subList(1, all.size());
  }

  String names(int most) {
    return NodeNames.shortly(on.stream().map(Report.Occurrence::node).toList(), most);
  }
}
