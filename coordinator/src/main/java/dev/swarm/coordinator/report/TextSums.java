package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import java.io.IOException;
import java.util.List;

/** The sums that add up, and how the report was obtained. */
final class TextSums {
  private final TextPage page;
  private final Options options;

  TextSums(TextPage page, Options options) {
    this.page = page;
    this.options = options;
  }

  void render(Report report) throws IOException {
    var totals = report.totals();
    page.heading("In sum");
    if (report.nodes().size() != 1) {
      page.text(Words.nodes(report));
    }
    page.text(Words.subtasks(totals));
    page.text(Words.checks(totals));
    page.text(Words.findings(totals) + apart(totals));
    page.quiet(Words.made(report, options));
    if (report.run().kept()) {
      page.labelled("again", Words.show(report.run()), List.of(Role.COMMAND));
    } else {
      page.labelled("run", report.run().id() + " — not kept, so no command can show it again");
    }
  }

  private static String apart(Totals totals) {
    int doubts = totals.unproven() + totals.refuted();
    return doubts == 0
        ? ""
        : "; apart from these " + totals.unproven() + " unproven, " + totals.refuted() + " refuted";
  }
}
