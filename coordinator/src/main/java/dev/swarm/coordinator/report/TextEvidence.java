package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import dev.swarm.protocol.CallId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** The cited lines, verbatim with their numbers; what was followed up stands back. */
final class TextEvidence {
  private static final int LINES = 5;
  private static final int ROWS_PER_LINE = 4;

  private final TextPage page;
  private final Report.Run run;
  private final Report.Finding finding;
  private final Report.Occurrence on;

  TextEvidence(TextPage page, Report.Run run, Report.Finding finding, Report.Occurrence on) {
    this.page = page;
    this.run = run;
    this.finding = finding;
    this.on = on;
  }

  /** What the finding rests on: the tool that comes first. */
  void proof() throws IOException {
    for (var quotes : byCall(true)) {
      quote("", quotes, List.of());
    }
  }

  /** The first of the lines that it rests on, and whose it is. */
  void glimpse() throws IOException {
    var first = on.evidence().getFirst();
    page.labelled("as on", on.node() + ": " + Words.argv(first.argv()), List.of(Role.QUIET));
    row(first.lines().first(), Quotes.lines(first).getFirst(), List.of());
  }

  /** What was asked next: another tool's lines. */
  void followUps() throws IOException {
    for (var quotes : byCall(false)) {
      quote("then", quotes, List.of(Role.QUIET));
    }
  }

  /** Quotes of one call stand together, under one mention of it. */
  private Collection<List<Report.Evidence>> byCall(boolean proving) {
    var byCall = new LinkedHashMap<CallId, List<Report.Evidence>>();
    for (Report.Evidence evidence : on.evidence()) {
      if (Quotes.proves(on, evidence) == proving) {
        byCall.computeIfAbsent(evidence.call(), _ -> new ArrayList<>()).add(evidence);
      }
    }
    return byCall.values();
  }

  private void quote(String label, List<Report.Evidence> quotes, List<Role> roles)
      throws IOException {
    page.labelled(label, Words.argv(quotes.getFirst().argv()), List.of(Role.QUIET));
    int all = 0;
    for (Report.Evidence evidence : quotes) {
      int number = evidence.lines().first();
      for (String line : Quotes.lines(evidence)) {
        if (all < LINES) {
          row(number++, line, roles);
        }
        all++;
      }
    }
    if (all > LINES) {
      var show = Words.show(run, finding, on, quotes.getFirst());
      page.quiet(Words.more(all - LINES, "more line", show));
    }
  }

  private void row(int number, String line, List<Role> roles) throws IOException {
    var digits = Columns.cut("" + number, TextPage.GUTTER - 4);
    var gutter = " ".repeat(TextPage.GUTTER - 4 - Columns.width(digits)) + digits + " │  ";
    var rows = Columns.wrap(Columns.calm(line), page.room());
    boolean long_ = rows.size() > ROWS_PER_LINE;
    page.rows(
        page.paint(Role.QUIET, gutter),
        rows.subList(0, Math.min(ROWS_PER_LINE, rows.size())),
        roles);
    if (long_) {
      page.quiet("… the line goes on");
    }
  }
}
