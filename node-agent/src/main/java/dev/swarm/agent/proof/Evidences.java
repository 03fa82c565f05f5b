package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Look;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Hashes;
import java.util.ArrayList;
import java.util.List;

/** Cuts evidence out of looks: each run of neighbouring lines is a quote of its own. */
final class Evidences {
  private static final int MOST = 12;
  private static final int MOST_LINES = 40;

  private Evidences() {}

  static List<Evidence> of(Look look, List<Integer> lines) {
    var evidence = new ArrayList<Evidence>();
    var sha256 = Hashes.sha256(look.result().text().value());
    var all = look.result().text().lines();
    int from = 0;
    for (int i = 1; i <= lines.size() && evidence.size() < MOST; i++) {
      boolean full = i - from == MOST_LINES;
      if (i == lines.size() || full || lines.get(i) != lines.get(i - 1) + 1) {
        evidence.add(cut(look, all, lines.get(from), lines.get(i - 1), sha256));
        from = i;
      }
    }
    return evidence;
  }

  /** What one finding may carry over the bus: the first ones, none of them twice. */
  static List<Evidence> most(List<Evidence> evidence) {
    return evidence.stream().distinct().limit(2 * MOST).toList();
  }

  private static Evidence cut(Look look, List<String> all, int first, int last, String sha256) {
    return new Evidence(
        look.id(),
        look.call().tool(),
        look.result().argv(),
        first,
        last,
        String.join("\n", all.subList(first - 1, last)),
        sha256);
  }
}
