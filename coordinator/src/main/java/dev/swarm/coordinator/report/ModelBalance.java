package dev.swarm.coordinator.report;

import java.math.BigDecimal;
import java.util.Optional;

/** The promise that the numbers of models add up. */
final class ModelBalance {
  private ModelBalance() {}

  /**
   * Counts again what {@link ModelSums} has counted.
   *
   * @throws UnbalancedReportException at the first sum that does not hold
   */
  static void check(Models models, int subtasks) {
    Balance.equal("investigations", Count.sum(models.investigations()), "subtasks", subtasks);
    int lacking = models.lacking().stream().mapToInt(Models.Lack::investigations).sum();
    Balance.equal(
        "lacking a look",
        models.investigations().getOrDefault(Look.LACKING, 0),
        "Σ reasons",
        lacking);
    var listed = Tally.sum(models.shares().stream().map(Models.Share::tally).toList());
    var sum = models.others().map(Models.Others::tally).map(listed::plus).orElse(listed);
    var total = models.total();
    Balance.equal("claims", total.claims(), "Σ verdicts", verdicts(total));
    Balance.equal("claims", total.claims(), "Σ models", sum.claims());
    Balance.equal("turns", total.turns(), "Σ models", sum.turns());
    Balance.equal("prompt tokens", total.promptTokens(), "Σ models", sum.promptTokens());
    Balance.equal(
        "completion tokens", total.completionTokens(), "Σ models", sum.completionTokens());
    if (money(total.cost()).compareTo(money(sum.cost())) != 0) {
      throw new UnbalancedReportException(
          "could not report: cost " + money(total.cost()) + " ≠ Σ models " + money(sum.cost()));
    }
  }

  private static BigDecimal money(Optional<BigDecimal> cost) {
    return cost.orElse(BigDecimal.ZERO);
  }

  private static long verdicts(Tally tally) {
    return tally.proven() + tally.mended() + tally.withdrawn() + tally.refuted() + tally.unproven();
  }
}
