package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.FleetEvent.ClockCompared;
import dev.swarm.protocol.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The nodes' clocks beside one another. A clock is off by what its distance from the median is
 * beyond what measuring leaves uncertain, its own share and a typical peer's: a second is a
 * warning, five are critical. Where fewer than three tell, or two thirds do not agree, nobody can
 * say whose is right, and the distance itself is the finding.
 */
final class ClockComparison {
  private static final String SUBJECT = "clock";
  private static final Duration WARNING = Duration.ofSeconds(1);
  private static final Duration CRITICAL = Duration.ofSeconds(5);
  private static final CallId CALL = new CallId("r1");

  private final List<ClockCompared> clocks;
  private final Judgements judgements;
  private final Duration median;
  private final Duration doubt;
  private final Tabulated table;

  /**
   * A comparison.
   *
   * @param clocks one per node, at least one
   */
  ClockComparison(List<ClockCompared> clocks, Judgements judgements) {
    this.clocks = clocks.stream().sorted(Comparator.comparing(ClockCompared::node)).toList();
    this.judgements = judgements;
    this.median = median(clocks.stream().map(ClockCompared::offset).toList());
    this.doubt = median(clocks.stream().map(ClockCompared::uncertainty).toList());
    this.table = new Tabulated(CALL, List.of("roll-call", "clocks"), lines());
  }

  private static Duration median(List<Duration> all) {
    var sorted = all.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "median of " + NodeNames.number(clocks.size()) + " " + signed(median) + " ± " + of(doubt));
    clocks.forEach(clock ->
        lines.add(clock.node() + " " + signed(clock.offset()) + " ± " + of(clock.uncertainty())));
    return lines;
  }

  /** The nodes' median, as far as it is beyond doubt off ours; zero where it is not. */
  Duration ours() {
    return median.abs().minus(doubt).compareTo(WARNING) > 0 ? median : Duration.ZERO;
  }

  void judge() {
    boolean agreed = clocks.size() >= Circle.LEAST && 3L * near() >= 2L * clocks.size();
    var apart = apart();
    for (int at = 0; at < clocks.size(); at++) {
      var clock = clocks.get(at);
      if (agreed) {
        judge(clock, at + 2, severity(beyond(clock)));
      } else {
        judge(clock, at + 2, apart);
      }
    }
  }

  private long near() {
    return clocks.stream().filter(clock -> severity(beyond(clock)).isEmpty()).count();
  }

  /** How far it is from the median, less what is uncertain. */
  private Duration beyond(ClockCompared clock) {
    return clock.offset().minus(median).abs().minus(clock.uncertainty()).minus(doubt);
  }

  private static Optional<Severity> severity(Duration beyond) {
    if (beyond.compareTo(CRITICAL) > 0) {
      return Optional.of(Severity.CRITICAL);
    }
    return beyond.compareTo(WARNING) > 0 ? Optional.of(Severity.WARNING) : Optional.empty();
  }

  private void judge(ClockCompared clock, int line, Optional<Severity> severity) {
    var off = clock.offset().minus(median);
    if (severity.isEmpty()) {
      var reason = "within a second of its peers, as far as can be measured";
      judgements.ok(clock.node(), FleetChecks.CLOCK, reason);
      return;
    }
    var title =
        "The clock is "
            + of(off.abs())
            + (off.isNegative() ? " behind" : " ahead of")
            + " the median of "
            + NodeNames.number(clocks.size())
            + " peers";
    judgements.found(finding(clock, line, severity.get(), title), FleetChecks.CLOCK);
  }

  /** What is true of all of them, where nobody can say whose is right. */
  private record Apart(Optional<Severity> severity, String title) {}

  private Apart apart() {
    var first = clocks.stream().min(Comparator.comparing(ClockCompared::offset)).orElseThrow();
    var last = clocks.stream().max(Comparator.comparing(ClockCompared::offset)).orElseThrow();
    var distance = last.offset().minus(first.offset());
    var beyond = distance.minus(first.uncertainty()).minus(last.uncertainty());
    return new Apart(
        severity(beyond),
        "The clocks of "
            + NodeNames.number(clocks.size())
            + " peers are up to "
            + of(distance)
            + " apart, and nobody can say whose is right");
  }

  private void judge(ClockCompared clock, int line, Apart apart) {
    if (apart.severity.isPresent()) {
      judgements.found(finding(clock, line, apart.severity.get(), apart.title), FleetChecks.CLOCK);
    } else if (clocks.size() < Circle.LEAST) {
      judgements.notApplicable(clock.node(), FleetChecks.CLOCK, "fewer than three peers");
    } else {
      judgements.ok(clock.node(), FleetChecks.CLOCK, "within what measuring leaves uncertain");
    }
  }

  private Finding finding(ClockCompared clock, int line, Severity severity, String title) {
    return new Finding(
        Fingerprint.of(FleetChecks.CLOCK.value(), SUBJECT),
        Optional.of(FleetChecks.CLOCK),
        FleetChecks.AREA,
        clock.node(),
        SUBJECT,
        severity,
        title,
        "Beside the coordinator's clock: " + table.lines().get(line - 1) + ".",
        "Look whether it is synchronised: timedatectl, chronyc tracking.",
        "timedatectl",
        signed(clock.offset()) + " here; " + signed(median) + " is the median",
        Optional.empty(),
        PeerComparison.BY,
        List.of(table.lines(1, 1), table.lines(line, line)));
  }

  private static String signed(Duration offset) {
    return (offset.isNegative() ? "-" : "+") + of(offset.abs());
  }

  /** {@code 612.4 s}, {@code 0.013 s}. */
  private static String of(Duration time) {
    double seconds = time.toNanos() / 1e9;
    return String.format(Locale.ROOT, seconds < 1 ? "%.3f s" : "%.1f s", seconds);
  }
}
