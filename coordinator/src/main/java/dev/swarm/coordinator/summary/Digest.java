package dev.swarm.coordinator.summary;

import static java.util.Comparator.comparingInt;

import dev.swarm.coordinator.report.Citations;
import dev.swarm.coordinator.report.Novelty;
import dev.swarm.coordinator.report.Question;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.peers.NodeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A report as a model is shown it: a line for each finding, the worst first; never long. */
final class Digest {
  static final int NAMES = 6;
  private static final int FINDINGS = 40;
  private static final int ANSWERS = 20;
  private static final int LINE = 400;

  /** Sets of nodes on which the same checks are ok; beyond a few, no answer needs them. */
  private static final int GROUPS = 6;

  private static final int GROUP = 2400;

  private Digest() {}

  static String of(Report report) {
    var lines = new ArrayList<String>();
    report.question().ifPresent(question -> question(question, lines));
    lines.add(
        report.findings().isEmpty()
            ? "There are no findings on " + report.nodes().size() + " nodes."
            : "Findings on " + report.nodes().size() + " nodes, the worst first:");
    var citations = Citations.of(report);
    for (Report.Finding finding : report.findings().stream().limit(FINDINGS).toList()) {
      lines.add(line(finding, citations.id(finding), report));
    }
    int rest = report.findings().size() - FINDINGS;
    if (rest > 0) {
      lines.add("and " + rest + " milder ones.");
    }
    report.question().ifPresent(_ -> clear(report, lines));
    return String.join("\n", lines);
  }

  /** Checks that are ok on the same nodes in one line; where they are ok on most first. */
  private static void clear(Report report, List<String> lines) {
    var groups = new LinkedHashMap<List<String>, List<String>>();
    new Clearance(report)
        .checks()
        .forEach(
            (check, nodes) -> groups.computeIfAbsent(nodes, _ -> new ArrayList<>()).add(check));
    groups.entrySet().stream()
        .sorted(comparingInt(group -> -group.getKey().size()))
        .limit(GROUPS)
        .forEach(group -> lines.add(clear(group.getKey(), group.getValue(), report)));
  }

  private static String clear(List<String> nodes, List<String> checks, Report report) {
    boolean few = nodes.size() < report.nodes().size();
    var where = nodes.size() + " of " + report.nodes().size() + " nodes";
    var names = few && nodes.size() <= NAMES ? " (" + String.join(", ", nodes) + ")" : "";
    return cut("ok on " + where + names + ": " + String.join(", ", checks), GROUP);
  }

  private static void question(Question question, List<String> lines) {
    lines.add("Question: " + question.asked());
    for (Question.Answer answer : question.answers().stream().limit(ANSWERS).toList()) {
      lines.add(cut("Answer of " + answer.node() + ": " + answer.words()));
    }
  }

  private static String line(Report.Finding finding, String id, Report report) {
    var worst = finding.nodes().getFirst();
    var nodes = finding.nodes().stream().map(Report.Occurrence::node).distinct().toList();
    return cut(
            finding.severity().id()
                + ", on "
                + nodes.size()
                + " of "
                + report.nodes().size()
                + " nodes ("
                + NodeNames.shortly(nodes, NAMES)
                + "), the worst on "
                + worst.node()
                + ": "
                + finding.title()
                + ". "
                + finding.detail()
                + (finding.novelty() == Novelty.NEW ? " It is new." : ""))
        + " ["
        + id
        + "]";
  }

  private static String cut(String text) {
    return cut(text, LINE);
  }

  private static String cut(String text, int most) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= most ? line : line.substring(0, most) + "…";
  }
}
