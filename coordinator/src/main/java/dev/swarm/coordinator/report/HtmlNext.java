package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import dev.swarm.protocol.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person should do after reading: the remedies of what is worst, and what would show more.
 */
final class HtmlNext {
  private static final int REMEDIES = 6;
  private static final int HINTS = 3;
  private static final int NAMES = 6;
  private static final Template NEXT = Template.named("next.html");
  private static final Template STEP = Template.named("step.html");

  private HtmlNext() {}

  static Html of(Report report) {
    var urgent = urgent(report);
    var hints = hints(report);
    var rows = new ArrayList<Html>();
    Words.first(urgent, REMEDIES).forEach(finding -> rows.add(remedy(finding, report)));
    Words.first(hints, HINTS).forEach(gap -> rows.add(hint(gap)));
    return NEXT.fill(
            html("rows", Html.join(rows)),
            text("more", ModelWords.more(urgent.size() - REMEDIES, "remedy")))
        .when(!rows.isEmpty());
  }

  /** Whether there is anything to do. */
  static boolean isThere(Report report) {
    return !urgent(report).isEmpty() || !hints(report).isEmpty();
  }

  private static List<Report.Finding> urgent(Report report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO && !finding.remedy().isBlank())
        .toList();
  }

  private static List<Gap> hints(Report report) {
    return Gap.of(report).stream().filter(gap -> !gap.hints().isEmpty()).toList();
  }

  private static Html remedy(Report.Finding finding, Report report) {
    var see = finding.nodes().getFirst().see();
    return STEP.fill(
        text("tone", finding.severity().id()),
        text("mark", Marks.of(finding.severity())),
        text("what", finding.remedy()),
        text("why", finding.title() + " · " + Words.where(finding, report, NAMES)),
        html("command", command(see)));
  }

  private static Html hint(Gap gap) {
    var why = Words.many(gap.checks().size(), "check") + " could not be seen: " + gap.reason();
    return STEP.fill(
        text("tone", "unknown"),
        text("mark", "?"),
        text("what", gap.hints().iterator().next()),
        text("why", why),
        html("command", Html.NOTHING));
  }

  private static Html command(String command) {
    return new Html("<code class=\"command\">" + Html.text(command).markup() + "</code>")
        .when(!command.isBlank());
  }
}
