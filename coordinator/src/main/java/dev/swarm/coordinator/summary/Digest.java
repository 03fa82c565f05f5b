package dev.swarm.coordinator.summary;

import dev.swarm.coordinator.report.Citations;
import dev.swarm.coordinator.report.Novelty;
import dev.swarm.coordinator.report.Question;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.peers.NodeNames;
import java.util.ArrayList;
import java.util.List;

/** A report as a model is shown it: a line for each finding, the worst first; never long. */
final class Digest {
  static final int NAMES = 6;
  private static final int FINDINGS = 40;
  private static final int ANSWERS = 20;
  private static final int LINE = 400;

  private Digest() {}

  static String of(Report report) {
    var lines = new ArrayList<String>();
    report.question().ifPresent(question -> question(question, lines));
    lines.add("Findings on " + report.nodes().size() + " nodes, the worst first:");
    var citations = Citations.of(report);
    for (Report.Finding finding : report.findings().stream().limit(FINDINGS).toList()) {
      lines.add(line(finding, citations.id(finding), report));
    }
    int rest = report.findings().size() - FINDINGS;
    if (rest > 0) {
      lines.add("and " + rest + " milder ones.");
    }
    return String.join("\n", lines);
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
    var line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LINE ? line : line.substring(0, LINE) + "…";
  }
}
