package dev.swarm.cli;

import dev.swarm.protocol.Budget;
import dev.swarm.tools.yaml.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a run may take.
 *
 * @param whole for all of it
 * @param budget for each of its parts
 */
record TimeLimit(Duration whole, Budget budget) {
  /**
   * What is kept of the time for the begin, and for answers to arrive: at most this, or a quarter.
   */
  private static final Duration KEPT = Duration.ofSeconds(5);

  private static final int QUARTER = 4;

  /** As the command line says, or the configuration: a model takes its time. */
  static TimeLimit of(@Nullable String option, Settings settings) {
    return of(option, settings, !settings.routers().isEmpty());
  }

  /** The same where others have models. */
  static TimeLimit thinking(@Nullable String option, Settings settings) {
    return of(option, settings, true);
  }

  private static TimeLimit of(@Nullable String option, Settings settings, boolean thinks) {
    var usual = thinks ? settings.modelTimeout() : settings.timeout();
    var whole = option == null ? usual : parsed(option);
    var each = thinks ? whole.minus(kept(whole)) : whole;
    return new TimeLimit(whole, Budget.standard(each));
  }

  private static Duration kept(Duration whole) {
    var quarter = whole.dividedBy(QUARTER);
    return quarter.compareTo(KEPT) < 0 ? quarter : KEPT;
  }

  private static Duration parsed(String text) {
    try {
      var timeout = Durations.parse(text);
      if (timeout.isPositive()) {
        return timeout;
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException("--timeout: " + e.getMessage());
    }
    throw new UsageException("--timeout: an audit takes longer than '" + text + "'");
  }
}
