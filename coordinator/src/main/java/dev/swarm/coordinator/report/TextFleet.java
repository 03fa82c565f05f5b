package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import java.io.IOException;
import java.util.List;

/** The whole in a few sentences, and where two say opposite things. */
final class TextFleet {
  private static final int MOST = 10;

  private final TextPage page;

  TextFleet(TextPage page) {
    this.page = page;
  }

  void summary(Report report) throws IOException {
    if (report.summary().isEmpty()) {
      return;
    }
    page.blank();
    sentences("in short", report.summary().get());
  }

  /** Sentences with their ids, and whose words they are where a model's. */
  void sentences(String label, Summary summary) throws IOException {
    var word = label;
    for (Summary.Sentence sentence : summary.sentences()) {
      var text = sentence.text() + " [" + String.join(", ", sentence.cites()) + "]";
      page.rows(
          page.paint(Role.QUIET, Columns.pad(word.isEmpty() ? "" : "  " + word, TextPage.GUTTER)),
          Columns.wrap(text, page.room()),
          List.of());
      word = "";
    }
    for (String aside : Words.aside(summary)) {
      page.quiet(aside);
    }
  }

  void contradictions(Report report) throws IOException {
    var all = report.fleet().map(Fleet::contradictions).orElse(List.of());
    if (all.isEmpty()) {
      return;
    }
    page.heading("Contradictions");
    for (Fleet.Contradiction each : Words.first(all, MOST)) {
      var gutter = Columns.pad(Columns.cut(Columns.calm(each.node()), 11), TextPage.GUTTER);
      page.rows(
          page.paint(Role.WARNING, gutter),
          Columns.wrap("“" + each.one() + "” — " + each.oneBy(), page.room()),
          List.of());
      page.text("“" + each.other() + "” — " + each.otherBy());
    }
    if (all.size() > MOST) {
      page.quiet(
          Words.more(all.size() - MOST, "more contradiction", Words.everything(report.run())));
    }
  }
}
