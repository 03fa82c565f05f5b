package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.Proof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Findings over all nodes by fingerprint, worst first. */
final class RollUp {
  private static final Comparator<Found> WORST =
      Comparator.comparing((Found found) -> found.finding().severity())
          .reversed()
          .thenComparing(found -> found.finding().node())
          .thenComparing(found -> found.finding().subject());
  private static final Comparator<Report.Finding> ORDER =
      Comparator.comparing(Report.Finding::severity)
          .reversed()
          .thenComparing(Report.Finding::area, AreaOrder.STANDARD_FIRST)
          .thenComparing(finding -> finding.check().map(Object::toString).orElse("~"))
          .thenComparing(Report.Finding::title)
          .thenComparing(finding -> finding.fingerprint().value());

  private RollUp() {}

  private record Topic(Fingerprint fingerprint, Area area) {}

  static List<Report.Finding> of(List<Found> all, Comparison comparison) {
    var topics = new LinkedHashMap<Topic, List<Found>>();
    for (Found each : all) {
      var topic = new Topic(each.finding().fingerprint(), each.finding().area());
      topics.computeIfAbsent(topic, _ -> new ArrayList<>()).add(each);
    }
    return topics.values().stream().map(found -> rolled(found, comparison)).sorted(ORDER).toList();
  }

  private static Report.Finding rolled(List<Found> found, Comparison comparison) {
    var sorted = found.stream().sorted(WORST).toList();
    var worst = sorted.getFirst().finding();
    var occurrences = sorted.stream().map(each -> occurrence(each, comparison)).toList();
    return new Report.Finding(
        worst.fingerprint(),
        worst.check(),
        worst.area(),
        worst.severity(),
        worst.title(),
        worst.detail(),
        worst.remedy(),
        novelty(occurrences),
        occurrences);
  }

  private static Novelty novelty(List<Report.Occurrence> occurrences) {
    return occurrences.stream()
        .map(Report.Occurrence::novelty)
        .min(Comparator.naturalOrder())
        .orElse(Novelty.STILL);
  }

  private static Report.Occurrence occurrence(Found found, Comparison comparison) {
    var finding = found.finding();
    return new Report.Occurrence(
        finding.node(),
        finding.subject(),
        Proof.PROVEN,
        finding.severity(),
        finding.title(),
        finding.detail(),
        finding.measured(),
        finding.see(),
        finding.explanation(),
        finding.mind(),
        comparison.novelty(finding),
        found.subtask(),
        finding.evidence().stream().map(evidence -> evidence(evidence, found)).toList());
  }

  private static Report.Evidence evidence(Evidence evidence, Found found) {
    var context = found.output().apply(evidence.call()).map(output -> Context.of(evidence, output));
    return new Report.Evidence(
        evidence.call(),
        evidence.tool(),
        evidence.argv(),
        new Report.Lines(evidence.firstLine(), evidence.lastLine()),
        context.map(Context::before).orElse(List.of()),
        evidence.quote(),
        context.map(Context::after).orElse(List.of()),
        evidence.sha256());
  }
}
