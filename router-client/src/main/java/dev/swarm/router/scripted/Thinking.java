package dev.swarm.router.scripted;

import java.time.Duration;
import java.util.List;

/** How long the model thinks before the first byte of a reply. */
public sealed interface Thinking {

  /** Not at all. */
  record None() implements Thinking {}

  /** Always as long. */
  record Fixed(Duration time) implements Thinking {
    public Fixed {
      if (time.isNegative()) {
        throw new IllegalArgumentException("a thinking time is not negative: " + time);
      }
    }
  }

  /**
   * Drawn from a lognormal distribution, by conversation and step: the same conversation thinks as
   * long in every run, whatever else happens.
   *
   * @param median half of the times are below it
   * @param sigma of the logarithm; 0.5 spreads the middle 90 % from 0.44 to 2.3 times the median
   * @param most what is drawn above it is cut to it
   */
  record Lognormal(long seed, Duration median, double sigma, Duration most) implements Thinking {
    public Lognormal {
      if (median.isNegative() || most.isNegative() || !(sigma >= 0)) {
        throw new IllegalArgumentException("a distribution of times has no negative numbers");
      }
    }
  }

  /** The times of a list, request by request in the order in which they came, over and over. */
  record Replayed(List<Duration> times) implements Thinking {
    public Replayed {
      times = List.copyOf(times);
      if (times.isEmpty() || times.stream().anyMatch(Duration::isNegative)) {
        throw new IllegalArgumentException("a list of times has at least one, and none below zero");
      }
    }
  }

  /**
   * How long it thinks about this request.
   *
   * @param number of the request, from 1
   */
  default Duration of(Asked asked, long number) {
    return switch (this) {
      case None() -> Duration.ZERO;
      case Fixed(var time) -> time;
      case Replayed(var times) -> times.get((int) ((number - 1) % times.size()));
      case Lognormal(var seed, var median, var sigma, var most) -> {
        var drawn = median.toNanos() * Math.exp(sigma * normal(seed, asked));
        yield Duration.ofNanos((long) Math.min(drawn, (double) most.toNanos()));
      }
    };
  }

  /** By Box and Muller. */
  private static double normal(long seed, Asked asked) {
    var from = asked.conversation().with(seed).with(asked.step());
    double radius = Math.sqrt(-2 * Math.log(1 - from.with(1).fraction()));
    return radius * Math.cos(2 * Math.PI * from.with(2).fraction());
  }
}
