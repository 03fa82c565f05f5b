package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.FleetChecks;
import dev.swarm.coordinator.report.peers.NodeNames;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Severity;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says a report in three to six sentences without a model: what is worst and where, what else is as
 * bad, who is hit most, what is new, what could not be seen, who differs from its peers.
 */
final class Summing {
  private static final int NAMES = 4;
  private static final int FINDINGS = 3;

  private final Report report;
  private final Citations citations;
  private final List<Summary.Sentence> sentences = new ArrayList<>();

  private Summing(Report report) {
    this.report = report;
    this.citations = Citations.of(report);
  }

  static Summary up(Report report) {
    var summing = new Summing(report);
    summing.worst();
    summing.alsoBad();
    summing.mostHit();
    summing.news();
    summing.unseen();
    summing.apart();
    return new Summary(Summary.OURS, "", summing.sentences);
  }

  private List<Report.Finding> ofNodes() {
    return report.counting().stream().filter(f -> !f.area().equals(FleetChecks.AREA)).toList();
  }

  private void worst() {
    if (report.nodes().isEmpty()) {
      say("No node was asked.", List.of("nodes"));
      return;
    }
    if (report.counting().isEmpty()) {
      boolean accepted = !report.findings().isEmpty();
      say(
          "Nothing wrong was found on " + all() + (accepted ? " but what is accepted." : "."),
          List.of("coverage"));
      return;
    }
    var worst = report.counting().getFirst();
    say(
        "The worst is " + worst.severity().id() + ": " + told(worst) + ".",
        List.of(citations.id(worst)));
  }

  private String all() {
    return Words.many(report.nodes().size(), "node");
  }

  /** {@code /var is 98 % full, on 2 of 6 nodes (web-01, web-02)}. */
  private String told(Report.Finding finding) {
    var nodes = finding.nodes().stream().map(Report.Occurrence::node).distinct().toList();
    var names = NodeNames.shortly(nodes, NAMES);
    return nodes.size() == 1
        ? finding.title() + ", on " + names
        : finding.title() + ", on " + Words.ofNodes(nodes.size(), report) + " (" + names + ")";
  }

  private void alsoBad() {
    var as = report.counting().stream().limit(1).map(Report.Finding::severity).findFirst();
    var others =
        report.counting().stream()
            .skip(1)
            .filter(f -> !f.area().equals(FleetChecks.AREA))
            .filter(f -> as.filter(f.severity()::equals).isPresent())
            .toList();
    if (others.isEmpty() || as.filter(Severity.INFO::equals).isPresent()) {
      return;
    }
    var some = Words.first(others, FINDINGS);
    var rest = others.size() - some.size();
    say(
        "As bad: "
            + String.join("; ", some.stream().map(this::told).toList())
            + (rest > 0 ? "; and " + rest + " more" : "")
            + ".",
        some.stream().map(citations::id).toList());
  }

  private void mostHit() {
    Map<String, List<Report.Finding>> byNode = new HashMap<>();
    for (Report.Finding finding : ofNodes()) {
      finding.nodes().stream()
          .map(Report.Occurrence::node)
          .distinct()
          .forEach(node -> byNode.computeIfAbsent(node, _ -> new ArrayList<>()).add(finding));
    }
    int most = byNode.values().stream().mapToInt(List::size).max().orElse(0);
    var hit =
        byNode.entrySet().stream()
            .filter(each -> each.getValue().size() == most)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (most > 1 && hit.size() <= NAMES && byNode.size() > hit.size()) {
      var theirs = byNode.get(hit.getFirst());
      say(
          "Most is wrong on "
              + NodeNames.all(hit)
              + ": "
              + most
              + " of "
              + Words.many(ofNodes().size(), "finding")
              + (hit.size() > 1 ? " each" : "")
              + ".",
          theirs.stream().limit(FINDINGS).map(citations::id).toList());
    }
  }

  private void news() {
    if (report.changes().isEmpty()) {
      return;
    }
    var changes = report.changes().get();
    var since = Words.time(changes.previousAt(), ZoneOffset.UTC);
    var fresh =
        report.counting().stream()
            .filter(f -> f.nodes().stream().anyMatch(on -> on.novelty() == Novelty.NEW))
            .toList();
    if (fresh.isEmpty()) {
      say("Nothing is new since " + since + revealed(changes) + ".", List.of("changes"));
      return;
    }
    var cites = new ArrayList<>(fresh.stream().limit(FINDINGS).map(citations::id).toList());
    cites.add("changes");
    say(
        "New since "
            + since
            + ": "
            + Words.many(fresh.size(), "finding")
            + ", the worst of them "
            + told(fresh.getFirst())
            + ".",
        cites);
  }

  private static String revealed(Report.Changes changes) {
    int some = changes.revealed().size();
    return some == 0 ? "" : "; " + some + " seen for the first time, where nobody had looked";
  }

  private void unseen() {
    var totals = report.totals();
    var states = totals.coverage().states();
    var parts = new ArrayList<String>();
    Absent.of(report).stream().map(Absent::words).forEach(parts::add);
    int unknown = states.getOrDefault(CoverageState.UNKNOWN, 0);
    if (unknown > 0) {
      parts.add(Words.many(unknown, "check") + " could not be seen");
    }
    int unrun = states.getOrDefault(CoverageState.NOT_RUN, 0);
    if (unrun > 0) {
      parts.add(Words.many(unrun, "check") + (unrun == 1 ? " was" : " were") + " not run");
    }
    if (!parts.isEmpty()) {
      say("Incomplete: " + String.join("; ", parts) + ".", List.of("nodes", "coverage"));
    }
  }

  private void apart() {
    var apart = report.counting().stream().filter(f -> f.area().equals(FleetChecks.AREA)).toList();
    var behind = report.fleet().filter(fleet -> !fleet.contradictions().isEmpty());
    if (apart.isEmpty() && behind.isEmpty()) {
      return;
    }
    var some = Words.first(apart, FINDINGS);
    var cites = new ArrayList<>(some.stream().map(citations::id).toList());
    var parts = new ArrayList<>(some.stream().map(this::told).toList());
    Optional.of(apart.size() - some.size())
        .filter(rest -> rest > 0)
        .ifPresent(rest -> parts.add("and " + rest + " more"));
    behind.ifPresent(fleet -> {
      parts.add(Words.many(fleet.contradictions().size(), "contradiction") + " to look into");
      cites.add("contradictions");
    });
    say("Unlike their peers: " + String.join("; ", parts) + ".", cites);
  }

  private void say(String text, List<String> cites) {
    sentences.add(new Summary.Sentence(text, cites));
  }
}
