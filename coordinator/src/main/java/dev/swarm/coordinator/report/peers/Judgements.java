package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what was judged; a check that judges several things on a node ends as the worst. */
final class Judgements {
  private static final List<CoverageState> WORST_FIRST =
      List.of(
          CoverageState.FINDING,
          CoverageState.UNKNOWN,
          CoverageState.NOT_RUN,
          CoverageState.OK,
          CoverageState.NOT_APPLICABLE);

  private record Place(String node, CheckId check) {}

  private record Judged(CoverageState state, String reason) {}

  private final List<Finding> findings = new ArrayList<>();
  private final Map<Place, List<Judged>> judged = new HashMap<>();

  void found(Finding finding, CheckId check) {
    findings.add(finding);
    judge(finding.node(), check, CoverageState.FINDING, finding.title());
  }

  void ok(String node, CheckId check, String reason) {
    judge(node, check, CoverageState.OK, reason);
  }

  void untold(String node, CheckId check, String reason) {
    judge(node, check, CoverageState.UNKNOWN, reason);
  }

  void notApplicable(String node, CheckId check, String reason) {
    judge(node, check, CoverageState.NOT_APPLICABLE, reason);
  }

  void notRun(String node, CheckId check, String reason) {
    judge(node, check, CoverageState.NOT_RUN, reason);
  }

  private void judge(String node, CheckId check, CoverageState state, String reason) {
    judged
        .computeIfAbsent(new Place(node, check), _ -> new ArrayList<>())
        .add(new Judged(state, reason));
  }

  Compared all() {
    var coverage = judged.entrySet().stream().map(each -> cover(each.getKey(), each.getValue()));
    return new Compared(
        findings,
        coverage
            .sorted(Comparator.comparing(Coverage::node).thenComparing(Coverage::check))
            .toList());
  }

  private static Coverage cover(Place place, List<Judged> all) {
    var worst =
        all.stream()
            .min(Comparator.comparingInt(one -> WORST_FIRST.indexOf(one.state)))
            .orElseThrow();
    return new Coverage(
        place.check,
        FleetChecks.AREA,
        place.node,
        worst.state,
        worst.reason,
        worst.state == CoverageState.UNKNOWN ? Optional.of(Blindness.MISSING) : Optional.empty(),
        "");
  }
}
