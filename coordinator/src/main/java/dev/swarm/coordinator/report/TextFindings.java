package dev.swarm.coordinator.report;

import java.io.IOException;
import java.time.ZoneId;

/** The findings, the worst first; of a fleet's many, the first in full and the others in brief. */
final class TextFindings {
  private static final int FULL = 20;
  private static final int BRIEF = 40;

  private final TextPage page;
  private final Report report;
  private final ZoneId zone;

  TextFindings(TextPage page, Report report, ZoneId zone) {
    this.zone = zone;
    this.page = page;
    this.report = report;
  }

  void render() throws IOException {
    var finding = new TextFinding(page, report, zone);
    int full = report.nodes().size() == 1 ? report.findings().size() : FULL;
    for (Report.Finding each : Words.first(report.findings(), full)) {
      finding.render(each);
    }
    var others = report.findings().stream().skip(full).toList();
    for (Report.Finding each : Words.first(others, BRIEF)) {
      page.blank();
      finding.brief(each);
    }
    if (others.size() > BRIEF) {
      page.blank();
      page.quiet(Words.more(others.size() - BRIEF, "more finding", Words.everything(report.run())));
    }
  }
}
