package dev.swarm.coordinator.report;

import dev.swarm.protocol.Evidence;
import java.util.List;

/** The lines around a quote; none if the output does not hold the quote where it says. */
record Context(List<String> before, List<String> after) {
  private static final int LINES = 2;

  static Context of(Evidence evidence, String output) {
    var lines = output.lines().toList();
    int from = evidence.firstLine() - 1;
    int to = evidence.lastLine();
    if (to > lines.size() || !lines.subList(from, to).equals(evidence.quote().lines().toList())) {
      return new Context(List.of(), List.of());
    }
    return new Context(
        lines.subList(Math.max(0, from - LINES), from),
        lines.subList(to, Math.min(lines.size(), to + LINES)));
  }
}
