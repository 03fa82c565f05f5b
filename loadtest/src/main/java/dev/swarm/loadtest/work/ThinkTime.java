package dev.swarm.loadtest.work;

import dev.swarm.tools.yaml.Definitions;
import dev.swarm.tools.yaml.Durations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How long the model thinks before a reply, in whole milliseconds. What is drawn is drawn by seed,
 * task and step: the same in every run, whatever comes first.
 */
public sealed interface ThinkTime {
  /** Always as long; zero is an answer at once. */
  record Fixed(Duration time) implements ThinkTime {}

  /**
   * Most near the median, some much longer.
   *
   * @param median half of the times are below it
   * @param sigma of the logarithm; 0.5 spreads the middle 90 % from 0.44 to 2.3 times the median
   * @param most what is drawn above it is cut to it
   */
  record Lognormal(Duration median, double sigma, Duration most) implements ThinkTime {
    public Lognormal {
      if (median.isZero() || !(sigma >= 0 && sigma <= 3) || most.compareTo(median) < 0) {
        throw new IllegalArgumentException(
            "expected a median above zero, a sigma from 0 to 3, and a most that is no less than the"
                + " median");
      }
    }
  }

  /** Drawn from latencies that were seen elsewhere. */
  record Replayed(String file, List<Duration> times) implements ThinkTime {
    public Replayed {
      times = List.copyOf(times);
      if (times.isEmpty()) {
        throw new IllegalArgumentException(file + " has no latencies: one a line, such as 350ms");
      }
    }
  }

  /** What is drawn above so many medians is cut, unless said otherwise. */
  int MOST_MEDIANS = 20;

  /**
   * Reads {@code 350ms}, {@code lognormal 50ms 0.5}, {@code lognormal 50ms 0.5 2s} (no longer than
   * that), or {@code replay FILE}, a file with one duration a line.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  static ThinkTime parse(String text) {
    var words = text.strip().split("\\s+", 2);
    if (words[0].equals("replay") && words.length == 2) {
      return replayed(words[1]);
    }
    return words[0].equals("lognormal")
        ? lognormal(text.strip().split("\\s+"))
        : new Fixed(fixed(text));
  }

  private static Duration fixed(String text) {
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "expected 350ms, 'lognormal 50ms 0.5' or 'replay FILE', not '" + text + "'", e);
    }
  }

  private static ThinkTime lognormal(String[] words) {
    if (words.length < 3 || words.length > 4) {
      throw new IllegalArgumentException(
          "expected 'lognormal MEDIAN SIGMA' or 'lognormal MEDIAN SIGMA MOST', such as lognormal"
              + " 50ms 0.5");
    }
    var median = Durations.parse(words[1]);
    var most = words.length == 4 ? Durations.parse(words[3]) : median.multipliedBy(MOST_MEDIANS);
    return new Lognormal(median, sigma(words[2]), most);
  }

  private static double sigma(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a sigma such as 0.5, not '" + text + "'", e);
    }
  }

  private static ThinkTime replayed(String file) {
    try {
      var lines = Definitions.text(Path.of(file)).lines().map(String::strip);
      return new Replayed(
          file,
          lines
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(Durations::parse)
              .toList());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "could not read the latencies in " + file + ": " + Definitions.reason(e), e);
    }
  }

  /** As {@link #parse} reads it. */
  default String text() {
    return switch (this) {
      case Fixed(var time) -> time.toMillis() + "ms";
      case Lognormal(var median, var sigma, var most) ->
          "lognormal " + median.toMillis() + "ms " + sigma + " " + most.toMillis() + "ms";
      case Replayed(var file, _) -> "replay " + file;
    };
  }

  /** How long it thinks in {@code step}, from 0, of the {@code number}th task. */
  default Duration of(long seed, int number, int step) {
    return switch (this) {
      case Fixed(var time) -> time;
      case Replayed(_, var times) ->
          times.get((int) Math.floorMod(drawn(seed, number, step).nextLong(), (long) times.size()));
      case Lognormal(var median, var sigma, var most) -> {
        double millis =
            median.toMillis() * Math.exp(sigma * drawn(seed, number, step).nextGaussian());
        yield Duration.ofMillis(Math.round(Math.min(millis, (double) most.toMillis())));
      }
    };
  }

  private static SplittableRandom drawn(long seed, int number, int step) {
    return new SplittableRandom(seed * 1_000_003 + number * 1_009L + step);
  }
}
