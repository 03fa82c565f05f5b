package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.NodeNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the part of models reads. */
final class ModelWords {
  private static final int NAMES = 6;

  private ModelWords() {}

  /** {@code 20 investigations = 12 complete + 5 lacking + …}. */
  static String looks(Models models) {
    var looks = models.investigations();
    return Words.many(Count.sum(looks), "investigation") + " = " + Words.parts(looks);
  }

  /** That looks are lacking; empty where none is. */
  static String lacking(Report report) {
    int lacking =
        report
            .models()
            .map(models -> models.investigations().getOrDefault(Look.LACKING, 0))
            .orElse(0);
    int all = report.subtasks().size();
    return lacking == 0
        ? ""
        : "a model’s look is lacking in "
            + lacking
            + " of "
            + Words.many(all, "investigation")
            + "; every check stands without it";
  }

  /** {@code qwen3:8b (local)}. */
  static String name(Models.Share share) {
    var tiers = String.join(", ", share.tiers());
    return tiers.isEmpty() ? share.model() : share.model() + " (" + tiers + ")";
  }

  /** {@code 41 claims = 30 proven + 4 mended + …}; what is not zero. */
  static String claims(Tally tally) {
    return tally.claims() == 0
        ? "no claims"
        : Words.many(tally.claims(), "claim")
            + " = "
            + Stream.of(
                    term(tally.proven(), "proven"),
                    term(tally.mended(), "mended"),
                    term(tally.withdrawn(), "withdrawn"),
                    term(tally.refuted(), "refuted"),
                    term(tally.unproven(), "unproven"))
                .filter(term -> !term.isEmpty())
                .collect(Collectors.joining(" + "));
  }

  private static String term(long count, String word) {
    return count == 0 ? "" : count + " " + word;
  }

  /** Turns, tokens where a server counted them, and the cost where there is any. */
  static String effort(Tally tally) {
    var parts = new ArrayList<String>(List.of(Words.many(tally.turns(), "turn")));
    if (tally.promptTokens() + tally.completionTokens() > 0) {
      var cached = tally.cachedTokens() == 0 ? "" : ", " + number(tally.cachedTokens()) + " cached";
      parts.add(number(tally.promptTokens()) + " prompt tokens" + cached);
      parts.add(number(tally.completionTokens()) + " completion tokens");
    }
    tally.cost().ifPresent(cost -> parts.add("cost " + cost.toPlainString()));
    return String.join(" · ", parts);
  }

  /** {@code 812,400}. */
  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 12 investigations on 3 nodes}. */
  static String where(Models.Share share) {
    return Words.many(share.investigations(), "investigation")
        + " on "
        + Words.many(share.nodes(), "node");
  }

  /** {@code 3 times, cost 0.31}. */
  static String times(EscalationGroup group) {
    var times = group.count() == 1 ? "once" : group.count() + " times";
    return group.cost().cost().map(cost -> times + ", cost " + cost.toPlainString()).orElse(times);
  }

  /** {@code storage, services · on web-01, web-02 … 998 more}; without nodes where there is one. */
  static String places(Report report, Collection<?> areas, Collection<String> nodes) {
    var where = Words.some(areas, NAMES);
    return report.nodes().size() == 1 ? where : where + " · on " + NodeNames.shortly(nodes, NAMES);
  }

  /** {@code … and 3 more models}; empty where there are no more. */
  static String more(long count, String noun) {
    return count <= 0 ? "" : "… and " + Words.many(count, "more " + noun);
  }
}
