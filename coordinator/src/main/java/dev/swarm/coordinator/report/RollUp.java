package dev.swarm.coordinator.report;

import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Judgements;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.Proof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Findings over all nodes by fingerprint, worst first. */
final class RollUp {
  private static final Comparator<Report.Occurrence> WORST =
      Comparator.comparing(Report.Occurrence::accepted)
          .thenComparing(Comparator.comparing(Report.Occurrence::severity).reversed())
          .thenComparing(Report.Occurrence::node)
          .thenComparing(Report.Occurrence::subject);
  private static final Comparator<Report.Finding> ORDER =
      Comparator.comparing(Report.Finding::accepted)
          .thenComparing(Comparator.comparing(Report.Finding::severity).reversed())
          .thenComparing(Report.Finding::area, AreaOrder.STANDARD_FIRST)
          .thenComparing(finding -> finding.check().map(Object::toString).orElse("~"))
          .thenComparing(Report.Finding::title)
          .thenComparing(finding -> finding.fingerprint().value());

  private final Comparison comparison;
  private final Judgements judgements;
  private final Instant end;

  private RollUp(Comparison comparison, Judgements judgements, Instant end) {
    this.comparison = comparison;
    this.judgements = judgements;
    this.end = end;
  }

  private record Topic(Fingerprint fingerprint, Area area) {}

  private record Told(Found found, Report.Occurrence occurrence) {}

  static List<Report.Finding> of(
      List<Found> all, Comparison comparison, Judgements judgements, Instant end) {
    var rollUp = new RollUp(comparison, judgements, end);
    var topics = new LinkedHashMap<Topic, List<Found>>();
    for (Found each : all) {
      var topic = new Topic(each.finding().fingerprint(), each.finding().area());
      topics.computeIfAbsent(topic, _ -> new ArrayList<>()).add(each);
    }
    return topics.values().stream().map(rollUp::rolled).sorted(ORDER).toList();
  }

  private Report.Finding rolled(List<Found> found) {
    var sorted =
        found.stream()
            .map(each -> new Told(each, occurrence(each)))
            .sorted(Comparator.comparing(Told::occurrence, WORST))
            .toList();
    var worst = sorted.getFirst().found().finding();
    var occurrences = sorted.stream().map(Told::occurrence).toList();
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

  /** An acceptance whose time is over, and that somebody is on it, changes nothing here. */
  private Optional<Judgement> judgement(Finding finding) {
    return judgements
        .of(finding.node(), finding.fingerprint(), end)
        .filter(said ->
            switch (said) {
              case Judgement.Accepted accepted -> accepted.holds(end);
              case Judgement.Wrong _ -> true;
              case Judgement.Acknowledged _, Judgement.Withdrawn _ -> false;
            });
  }

  private static Novelty novelty(List<Report.Occurrence> occurrences) {
    return occurrences.stream()
        .map(Report.Occurrence::novelty)
        .min(Comparator.naturalOrder())
        .orElse(Novelty.STILL);
  }

  private Report.Occurrence occurrence(Found found) {
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
        finding.evidence().stream().map(evidence -> evidence(evidence, found)).toList(),
        judgement(finding));
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
