package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Look;
import dev.swarm.tools.rows.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of one look that a claim rests on.
 *
 * @param lines numbers, ascending, each of which exists
 */
record Cited(Look look, List<Integer> lines) {
  Cited {
    lines = List.copyOf(lines);
  }

  /** The rows that stand on these lines. */
  List<Row> rows() {
    return look.result().rows().stream()
        .filter(row -> row.lines().stream().anyMatch(lines::contains))
        .toList();
  }

  /** The words of these lines. */
  List<String> words() {
    var all = look.result().text().lines();
    return lines.stream().map(line -> all.get(line - 1)).toList();
  }

  /** These and those lines of the same look. */
  Cited with(List<Integer> more) {
    var both = new ArrayList<>(lines);
    both.addAll(more);
    return new Cited(look, both.stream().distinct().sorted().toList());
  }
}
