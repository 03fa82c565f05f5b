package dev.swarm.coordinator.report;

import java.io.IOException;
import java.util.List;

/** What must not be overlooked, the whole in a few sentences, and contradictions, in Markdown. */
final class MarkdownFleet {
  private static final int MOST = 50;

  private final Appendable out;

  MarkdownFleet(Appendable out) {
    this.out = out;
  }

  void summary(Report report) throws IOException {
    for (String alarm : FleetWords.alarms(report)) {
      out.append("\n**! " + Markdown.text(alarm) + "**\n");
    }
    if (report.summary().isPresent()) {
      out.append("\n");
      sentences(report.summary().get());
    }
  }

  /** A list of sentences, each with its ids. */
  void sentences(Summary summary) throws IOException {
    for (Summary.Sentence sentence : summary.sentences()) {
      out.append("- " + Markdown.text(sentence.text()));
      out.append(" (" + Markdown.text(String.join(", ", sentence.cites())) + ")\n");
    }
    for (String word : Words.aside(summary)) {
      out.append("- " + Markdown.text(word) + "\n");
    }
  }

  void contradictions(Report report) throws IOException {
    var all = report.fleet().map(Fleet::contradictions).orElse(List.of());
    if (all.isEmpty()) {
      return;
    }
    out.append("\n## Contradictions\n\nTwo say opposite things; neither is believed.\n\n");
    for (Fleet.Contradiction each : Words.first(all, MOST)) {
      out.append("- " + Markdown.text(each.node()) + ": “" + Markdown.text(each.one()) + "” — ");
      out.append(Markdown.text(each.oneBy()) + "; “" + Markdown.text(each.other()) + "” — ");
      out.append(Markdown.text(each.otherBy()) + "\n");
    }
    if (all.size() > MOST) {
      out.append("\n… " + (all.size() - MOST) + " more contradictions\n");
    }
  }
}
