package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Look;
import dev.swarm.tools.rows.Row;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/**
 * Lines of one look that a claim rests on.
 *
 * @param lines numbers, ascending, each of which exists
 * @param words of these lines
 * @param rows that stand on these lines
 */
record Cited(Look look, List<Integer> lines, List<String> words, List<Row> rows) {
  Cited {
    lines = List.copyOf(lines);
    words = List.copyOf(words);
    rows = List.copyOf(rows);
  }

  static Cited of(Look look, Collection<Integer> numbers) {
    var lines = new TreeSet<>(numbers);
    var all = look.result().text().lines();
    return new Cited(
        look,
        List.copyOf(lines),
        lines.stream().map(line -> all.get(line - 1)).toList(),
        look.result().rows().stream()
            .filter(row -> row.lines().stream().anyMatch(lines::contains))
            .toList());
  }

  /** These and those lines of the same look. */
  Cited with(List<Integer> more) {
    var both = new HashSet<>(lines);
    both.addAll(more);
    return of(look, both);
  }

  /** Only those lines on which {@code some} of the rows stand. */
  Cited only(List<Row> some) {
    var standing = new HashSet<Integer>();
    some.forEach(row -> standing.addAll(row.lines()));
    standing.retainAll(lines);
    var narrowed = of(look, standing);
    return new Cited(look, narrowed.lines(), narrowed.words(), some);
  }
}
