package dev.swarm.coordinator.report;

import dev.swarm.protocol.ModelShare;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * What models brought, and what it took.
 *
 * @param turns replies that counted as one
 * @param claims proven + mended + withdrawn + refuted + unproven
 * @param mended held after they went back once
 * @param promptTokens as the servers count; zero where they do not
 * @param cachedTokens of those, the ones that the servers had in their caches
 * @param cost in the currency of the configured prices, exact; empty where there is none
 */
public record Tally(
    long turns,
    long claims,
    long proven,
    long mended,
    long withdrawn,
    long refuted,
    long unproven,
    long promptTokens,
    long completionTokens,
    long cachedTokens,
    Optional<BigDecimal> cost) {
  /** Nothing at all. */
  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty());

  public Tally {
    cost = cost.filter(money -> money.signum() != 0).map(Tally::plain);
  }

  /** The same number however it was summed, so that a report has the same bytes. */
  private static BigDecimal plain(BigDecimal money) {
    var bare = money.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  static Tally of(ModelShare share) {
    return new Tally(
        share.turns(),
        share.claims(),
        share.proven(),
        share.mended(),
        share.withdrawn(),
        share.refuted(),
        share.unproven(),
        share.promptTokens(),
        share.completionTokens(),
        share.cachedTokens(),
        Optional.of(share.cost()));
  }

  /** Money alone. */
  static Tally spent(BigDecimal cost) {
    return new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.of(cost));
  }

  static Tally sum(Collection<Tally> parts) {
    return parts.stream().reduce(NONE, Tally::plus);
  }

  Tally plus(Tally other) {
    return new Tally(
        turns + other.turns,
        claims + other.claims,
        proven + other.proven,
        mended + other.mended,
        withdrawn + other.withdrawn,
        refuted + other.refuted,
        unproven + other.unproven,
        promptTokens + other.promptTokens,
        completionTokens + other.completionTokens,
        cachedTokens + other.cachedTokens,
        total(cost, other.cost));
  }

  private static Optional<BigDecimal> total(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return Optional.of(one.orElse(BigDecimal.ZERO).add(other.orElse(BigDecimal.ZERO)));
  }
}
