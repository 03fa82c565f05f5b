package dev.swarm.coordinator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Claims in the order of who made them, where models were asked: so that none drowns another's. */
final class ByMind {
  private ByMind() {}

  /** One list for each mind, or a single one where no model's part is known. */
  static List<List<Report.Claim>> of(Report report, List<Report.Claim> claims) {
    if (report.models().isEmpty() || claims.isEmpty()) {
      return List.of(claims);
    }
    Map<String, List<Report.Claim>> byMind = new TreeMap<>();
    claims.forEach(
        claim -> byMind.computeIfAbsent(claim.mind(), _ -> new ArrayList<>()).add(claim));
    return List.copyOf(byMind.values());
  }
}
