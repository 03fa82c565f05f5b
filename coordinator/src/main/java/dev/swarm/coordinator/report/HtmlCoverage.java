package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;

import dev.swarm.protocol.CoverageState;

/** What was looked at: areas by state, and nodes by area where there are several. */
final class HtmlCoverage {
  private static final Template COVERAGE = Template.named("coverage.html");

  private HtmlCoverage() {}

  static Html of(Report report) {
    var matrix = report.nodes().size() > 1 ? HtmlMatrix.of(report) : Html.NOTHING;
    return COVERAGE.fill(
        html("areas", Html.join(report.areas().stream().map(HtmlCoverage::area).toList())),
        html("matrix", matrix));
  }

  private static Html area(Report.AreaLine area) {
    var cells =
        new StringBuilder("<tr><th scope=\"row\">" + escaped(area.area().value()) + "</th>");
    for (CoverageState state : CoverageState.values()) {
      int count = area.checks().getOrDefault(state, 0);
      var kind = count == 0 ? "none" : state.id();
      cells.append("<td class=\"n " + kind + "\">" + (count == 0 ? "·" : "" + count) + "</td>");
    }
    cells.append("<td class=\"n\">" + area.toolCalls() + "</td>");
    cells.append("<td class=\"n\">" + Words.duration(area.durationMillis()) + "</td></tr>\n");
    return new Html(cells.toString());
  }

  private static String escaped(String text) {
    return Html.text(text).markup();
  }
}
