package dev.swarm.loadtest.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A result beside an earlier one of the same work.
 *
 * @param limit a ratio above it is too much, where less is better
 */
public record Comparison(Earlier before, Result now, double limit) {
  public Comparison {
    if (!(limit >= 1 && limit <= 1000)) {
      throw new IllegalArgumentException("a limit is a ratio from 1 to 1000, such as 1.1");
    }
  }

  /**
   * One figure of both.
   *
   * @param judged whether a ratio above the limit counts
   */
  private record Figure(String name, double before, double now, boolean judged) {
    double ratio() {
      return before == 0 ? (now == 0 ? 1 : Double.POSITIVE_INFINITY) : now / before;
    }
  }

  private List<Figure> figures() {
    return List.of(
        new Figure("wall, ms", before.wallMillis(), now.wallMillis(), true),
        new Figure(
            "a task on average, ms", before.taskMillis().mean(), now.taskMillis().mean(), true),
        new Figure("a task, p95, ms", before.taskMillis().p95(), now.taskMillis().p95(), true),
        new Figure("a task, p99, ms", before.taskMillis().p99(), now.taskMillis().p99(), false),
        new Figure(
            "own CPU a task, ms", before.ownCpuMillisPerTask(), now.ownCpuMillisPerTask(), true),
        new Figure("tasks per minute", before.tasksPerMinute(), now.tasksPerMinute(), false));
  }

  /** Whether it has become worse than allowed, or more failed. */
  public boolean worse() {
    return now.failed() > before.failed()
        || figures().stream().anyMatch(figure -> figure.judged() && figure.ratio() > limit);
  }

  /** A line for each figure. */
  public String text() {
    var head =
        String.format(
            Locale.ROOT,
            "beside an earlier %s (limit %.2f ×)%s:%n",
            before.scenario(),
            limit,
            alike() ? "" : "; its work was another, so the ratios say little");
    var lines = figures().stream().map(this::line).collect(Collectors.joining());
    return head + lines + verdict();
  }

  private boolean alike() {
    return before.scenario().equals(now.scenario())
        && before.setting().think().equals(now.setting().think())
        && before.setting().tasks() == now.setting().tasks()
        && before.setting().concurrency() == now.setting().concurrency()
        && before.setting().sandbox() == now.setting().sandbox();
  }

  private String line(Figure figure) {
    return String.format(
        Locale.ROOT,
        "  %-24s %10.1f → %10.1f  %6.2f ×%s%n",
        figure.name(),
        figure.before(),
        figure.now(),
        figure.ratio(),
        figure.judged() && figure.ratio() > limit ? "  too much" : "");
  }

  private String verdict() {
    var failed =
        now.failed() > before.failed()
            ? String.format("  failed: %d, before %d  too much%n", now.failed(), before.failed())
            : "";
    return failed + (worse() ? "worse than allowed" : "within the limit") + System.lineSeparator();
  }
}
