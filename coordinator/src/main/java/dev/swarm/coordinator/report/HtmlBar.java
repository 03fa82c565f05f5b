package dev.swarm.coordinator.report;

import dev.swarm.protocol.CoverageState;
import java.util.List;

/** All checks as one bar, each state as wide as it has checks, with the numbers below. */
final class HtmlBar {
  private static final List<CoverageState> ORDER =
      List.of(
          CoverageState.FINDING,
          CoverageState.UNKNOWN,
          CoverageState.OK,
          CoverageState.NOT_APPLICABLE,
          CoverageState.NOT_RUN);
  private static final double WIDTH = 1000;

  private HtmlBar() {}

  static Html of(Totals totals) {
    var states = totals.coverage().states();
    double all = Math.max(1, totals.coverage().checks());
    var bar = new StringBuilder();
    var words = new StringBuilder();
    double from = 0;
    for (var state : ORDER) {
      int count = states.getOrDefault(state, 0);
      if (count > 0) {
        double width = WIDTH * count / all;
        bar.append(
            "<rect data-tone=\"%s\" x=\"%s\" width=\"%s\" height=\"8\"/>"
                .formatted(state.id(), number(from), number(Math.max(1, width - 2))));
        words.append(
            "<span data-tone=\"%s\"><b aria-hidden=\"true\">%s</b> %s %s</span>"
                .formatted(
                    state.id(), Marks.of(state), ModelWords.number(count), Ids.words(state)));
        from += width;
      }
    }
    return new Html(
            "<figure class=\"bar\"><svg viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\""
                + " aria-hidden=\"true\">"
                + bar
                + "</svg><figcaption>"
                + words
                + "</figcaption></figure>")
        .when(totals.coverage().checks() > 0);
  }

  private static String number(double value) {
    return Long.toString(Math.round(value));
  }
}
