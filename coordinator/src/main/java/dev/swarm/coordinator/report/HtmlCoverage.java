package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CoverageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was looked at: areas by state, and nodes by area where there are several. */
final class HtmlCoverage {
  private static final List<CoverageState> WORST_FIRST =
      List.of(
          CoverageState.FINDING,
          CoverageState.UNKNOWN,
          CoverageState.NOT_RUN,
          CoverageState.OK,
          CoverageState.NOT_APPLICABLE);
  private static final Template COVERAGE = Template.named("coverage.html");
  private static final Template MATRIX = Template.named("matrix.html");

  private HtmlCoverage() {}

  static Html of(Report report) {
    var matrix = report.nodes().size() > 1 ? matrix(report) : Html.NOTHING;
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

  private static Html matrix(Report report) {
    var areas = report.areas().stream().map(Report.AreaLine::area).toList();
    var heads = new StringBuilder();
    areas.forEach(area -> heads.append("<th scope=\"col\">" + escaped(area.value()) + "</th>"));
    var places = Places.of(report.coverage());
    var rows = new ArrayList<Html>();
    for (Report.Node node : report.nodes()) {
      rows.add(row(node, areas, places));
    }
    return MATRIX.fill(html("heads", new Html(heads.toString())), html("rows", Html.join(rows)));
  }

  private static Html row(Report.Node node, List<Area> areas, Places places) {
    var row = new StringBuilder("<tr><th scope=\"row\">" + escaped(node.node()));
    if (node.state() != NodeState.COMPLETE) {
      row.append(" <span class=\"state\">" + node.state().id() + "</span>");
    }
    row.append("</th>");
    areas.forEach(area -> row.append(cell(places.states(node.node(), area))));
    return new Html(row.append("</tr>\n").toString());
  }

  private static String cell(Map<CoverageState, Integer> states) {
    var words = new ArrayList<String>();
    for (CoverageState state : WORST_FIRST) {
      int count = states.getOrDefault(state, 0);
      if (count > 0) {
        words.add(
            "<span class=\"s "
                + state.id()
                + "\" title=\""
                + Ids.words(state)
                + "\">"
                + Marks.of(state)
                + "<span class=\"vh\"> "
                + Ids.words(state)
                + "</span> "
                + count
                + "</span>");
      }
    }
    return "<td>"
        + (words.isEmpty() ? "<span class=\"none\">no data</span>" : String.join(" ", words))
        + "</td>";
  }

  private static String escaped(String text) {
    return Html.text(text).markup();
  }
}
