package dev.swarm.coordinator.report;

import static dev.swarm.coordinator.report.Template.html;
import static dev.swarm.coordinator.report.Template.text;

import dev.swarm.coordinator.report.peers.NodeNames;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CoverageState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes by area, the worst first. Nodes that are alike share a row, so that a thousand are read.
 */
final class HtmlMatrix {
  private static final int ROWS = 400;
  private static final int NAMES = 12;
  private static final List<CoverageState> WORST_FIRST =
      List.of(
          CoverageState.FINDING,
          CoverageState.UNKNOWN,
          CoverageState.NOT_RUN,
          CoverageState.OK,
          CoverageState.NOT_APPLICABLE);
  private static final Template MATRIX = Template.named("matrix.html");

  private final List<Area> areas;
  private final Places places;

  private HtmlMatrix(Report report) {
    areas = report.areas().stream().map(Report.AreaLine::area).toList();
    places = Places.of(report.coverage());
  }

  /** What nodes that share a row have in common. */
  private record Row(NodeState state, List<Map<CoverageState, Integer>> cells) {
    /** How much there is to look at, the most first. */
    long rank() {
      long left = state == NodeState.COMPLETE ? 0 : 1;
      return -(count(CoverageState.FINDING) * 1_000_000 + count(CoverageState.UNKNOWN) * 10 + left);
    }

    private long count(CoverageState of) {
      return cells.stream().mapToInt(cell -> cell.getOrDefault(of, 0)).sum();
    }
  }

  static Html of(Report report) {
    return new HtmlMatrix(report).page(report);
  }

  private Html page(Report report) {
    var heads = new StringBuilder();
    areas.forEach(
        area -> heads.append("<th scope=\"col\"><span>" + escaped(area.value()) + "</span></th>"));
    var alike = new LinkedHashMap<Row, List<String>>();
    for (Report.Node node : report.nodes()) {
      boolean _ = alike.computeIfAbsent(row(node), _ -> new ArrayList<>()).add(node.node());
    }
    var rows =
        alike.entrySet().stream()
            .sorted(Comparator.comparingLong(each -> each.getKey().rank()))
            .toList();
    int rest = rows.stream().skip(ROWS).mapToInt(row -> row.getValue().size()).sum();
    return MATRIX.fill(
        html("heads", new Html(heads.toString())),
        html("rows", Html.join(rows.stream().limit(ROWS).map(this::row).toList())),
        text("more", ModelWords.more(rest, "node")));
  }

  private Row row(Report.Node node) {
    return new Row(
        node.state(), areas.stream().map(area -> places.states(node.node(), area)).toList());
  }

  private Html row(Map.Entry<Row, List<String>> entry) {
    var nodes = entry.getValue();
    var row = new StringBuilder("<tr><th scope=\"row\">");
    row.append(escaped(NodeNames.shortly(nodes, NAMES)));
    if (nodes.size() > 1) {
      row.append(" <span class=\"quiet\">" + Words.many(nodes.size(), "node") + "</span>");
    }
    if (entry.getKey().state() != NodeState.COMPLETE) {
      row.append(" <span class=\"state\">" + entry.getKey().state().id() + "</span>");
    }
    row.append("</th>");
    entry.getKey().cells().forEach(cell -> row.append(cell(cell)));
    return new Html(row.append("</tr>\n").toString());
  }

  /** The worst stands there; the rest is told to whoever points at it, or listens. */
  private static String cell(Map<CoverageState, Integer> states) {
    var there = WORST_FIRST.stream().filter(state -> states.getOrDefault(state, 0) > 0).toList();
    if (there.isEmpty()) {
      return "<td><span class=\"none\" title=\"no data\"><span class=\"vh\">no"
          + " data</span></span></td>";
    }
    var worst = there.getFirst();
    var words =
        String.join(
            ", ", there.stream().map(state -> states.get(state) + " " + Ids.words(state)).toList());
    boolean counted = worst != CoverageState.OK && worst != CoverageState.NOT_APPLICABLE;
    return "<td><span class=\"cell\" data-tone=\"%s\" title=\"%s\"><span aria-hidden=\"true\">%s%s</span><span class=\"vh\">%s</span></span></td>"
        .formatted(
            worst.id(),
            words,
            Marks.of(worst),
            counted ? "<i>" + states.get(worst) + "</i>" : "",
            words);
  }

  private static String escaped(String text) {
    return Html.text(text).markup();
  }
}
