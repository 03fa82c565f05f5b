package dev.swarm.router.permit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** The most that may be used; what is empty has no limit. */
public record Cap(OptionalLong calls, OptionalLong tokens, Optional<BigDecimal> cost) {
  public static final Cap NONE =
      new Cap(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

  public Cap {
    if (calls.orElse(0) < 0 || tokens.orElse(0) < 0 || cost.orElse(BigDecimal.ZERO).signum() < 0) {
      throw new IllegalArgumentException("a limit is not negative");
    }
  }

  /** A limit of calls alone. */
  public static Cap ofCalls(long calls) {
    return new Cap(OptionalLong.of(calls), OptionalLong.empty(), Optional.empty());
  }

  /** What of {@code use} is over the limit, in words; empty if it is within. */
  Optional<String> exceededBy(Use use) {
    if (use.calls() > calls.orElse(Long.MAX_VALUE)) {
      return Optional.of("%d calls".formatted(calls.orElse(0)));
    }
    if (use.tokens() > tokens.orElse(Long.MAX_VALUE)) {
      return Optional.of("%d tokens".formatted(tokens.orElse(0)));
    }
    return cost.filter(most -> use.cost().compareTo(most) > 0)
        .map(most -> "a cost of " + most.toPlainString());
  }
}
