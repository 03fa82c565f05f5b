package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Sarif.Message;
import dev.swarm.coordinator.report.peers.FleetChecks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that a report's results refer to: each check that has a finding. */
final class SarifRules {
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Map<String, Sarif.Rule> rules = new LinkedHashMap<>();

  SarifRules(Report report) {
    for (Report.Finding finding : report.findings()) {
      var id = id(finding);
      if (places.putIfAbsent(id, places.size()) == null) {
        rules.put(id, rule(id, finding));
      }
    }
  }

  static String id(Report.Finding finding) {
    return finding.check().map(Object::toString).orElse(finding.area() + ".no-check");
  }

  int index(String id) {
    return places.getOrDefault(id, -1);
  }

  List<Sarif.Rule> rules() {
    return List.copyOf(rules.values());
  }

  private static Sarif.Rule rule(String id, Report.Finding finding) {
    var named = finding.check().isPresent();
    var explained = named && !finding.area().equals(FleetChecks.AREA);
    var remedy = finding.remedy().isBlank() ? "See the evidence of the result." : finding.remedy();
    return new Sarif.Rule(
        id,
        new Message(named ? "The check " + id : "A model's finding that no check covers"),
        new Message(explained ? remedy + " `swarm explain " + id + "` says more." : remedy),
        new Sarif.Configuration(SarifRenderer.level(finding.severity())),
        Map.of("tags", List.of(finding.area().value())));
  }
}
