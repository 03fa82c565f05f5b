package dev.swarm.loadtest.result;

import dev.swarm.loadtest.result.Result.Node;
import dev.swarm.loadtest.result.Result.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A result as a table for people. */
public final class TextResult {
  /** Nodes that are told one by one; of more, only those that stand out. */
  private static final int MOST_NODES = 30;

  private final Result result;
  private final List<String> lines = new ArrayList<>();

  private TextResult(Result result) {
    this.result = result;
  }

  /** All of it, in lines that end. */
  public static String of(Result result) {
    var text = new TextResult(result);
    text.head();
    text.figures();
    text.nodes();
    return text.lines.stream()
        .map(line -> line.stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private void head() {
    var setting = result.setting();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %d nodes, %d tasks, %d at once, %d slots, thinking %s, sandbox %s",
            result.scenario(),
            setting.nodes(),
            setting.tasks(),
            setting.concurrency(),
            setting.slots(),
            setting.think(),
            setting.sandbox() ? "on" : "off"));
    lines.add(
        String.format(
            Locale.ROOT,
            "%s; seed %d; faults: %s; %d cores, load %.1f before and %.1f after",
            isolation(setting),
            setting.seed(),
            setting.faults(),
            setting.cores(),
            setting.loadBefore(),
            setting.loadAfter()));
    lines.add("");
  }

  private static String isolation(Result.Setting setting) {
    return setting.isolation().equals("process")
        ? "an agent to a process"
        : "%d processes of agents".formatted(setting.processes());
  }

  private void figures() {
    row(
        "succeeded",
        String.format(
            Locale.ROOT,
            "%d of %d%s",
            result.succeeded(),
            result.succeeded() + result.failed(),
            causes()));
    row("wall", String.format(Locale.ROOT, "%.2f s%s", result.wallMillis() / 1000, ideal()));
    row("tasks per minute", String.format(Locale.ROOT, "%.0f", result.tasksPerMinute()));
    row(
        "tool calls",
        String.format(
            Locale.ROOT, "%d, %.2f a task", result.toolCalls(), each(result.toolCalls())));
    row("model turns", String.format(Locale.ROOT, "%d", result.turns()));
    row("a task", spread(result.taskMillis()));
    row("of that, until it began", spread(result.startMillis()));
    if (result.router().requests() > 0) {
      row(
          "router",
          String.format(
              Locale.ROOT,
              "%.1f %% of its slots in use; %d requests, %d refused, %d aborted; at most %d at"
                  + " once, %d waiting",
              100 * result.slotUtilisation(),
              result.router().requests(),
              result.router().refused(),
              result.router().aborted(),
              result.router().workingMost(),
              result.router().waitingMost()));
    }
    row(
        "bus",
        String.format(
            Locale.ROOT,
            "%d messages, %.1f kB a task; a request %s",
            result.bus().messages(),
            each(result.bus().bytes()) / 1000,
            spread(result.bus().requestMillis())));
    row(
        "CPU a task",
        String.format(
            Locale.ROOT,
            "%.1f ms of our own, %.1f ms of commands",
            result.ownCpuMillisPerTask(),
            result.commandCpuMillisPerTask()));
    row(
        "coordinator",
        String.format(
            Locale.ROOT,
            "%.2f s CPU, heap at most %d MiB, %d MiB resident",
            result.coordinator().cpuMillis() / 1000.0,
            result.coordinator().heapPeakBytes() >> 20,
            result.coordinator().residentBytes() >> 20));
    result
        .faults()
        .forEach(fault ->
            row(
                "fault",
                String.format(Locale.ROOT, "%.1f s: %s", fault.atMillis() / 1000, fault.what())));
    lines.add("");
  }

  private double each(long all) {
    return (double) all / Math.max(1, result.succeeded() + result.failed());
  }

  private String causes() {
    var causes =
        result.failedByCause().entrySet().stream()
            .map(cause -> cause.getValue() + " " + cause.getKey())
            .collect(Collectors.joining(", "));
    var failed = causes.isEmpty() ? "" : "; failed: " + causes;
    return failed
        + (result.incomplete() == 0
            ? ""
            : "; " + result.incomplete() + " without all of the model's look");
  }

  private String ideal() {
    var ideal = result.idealMillis();
    return ideal.firstCome() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "; ideal %.2f s first come (%.3f ×), %.2f s longest first (%.3f ×), never under %.2f s",
            ideal.firstCome() / 1000,
            result.wallMillis() / ideal.firstCome(),
            ideal.longestFirst() / 1000,
            result.wallMillis() / ideal.longestFirst(),
            ideal.lowerBound() / 1000);
  }

  private static String spread(Spread spread) {
    return String.format(
        Locale.ROOT,
        "%s on average; p50 %s, p95 %s, p99 %s, max %s",
        time(spread.mean()),
        time(spread.p50()),
        time(spread.p95()),
        time(spread.p99()),
        time(spread.max()));
  }

  private static String time(double millis) {
    return millis < 1000
        ? String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis)
        : String.format(Locale.ROOT, "%.2f s", millis / 1000);
  }

  private void nodes() {
    lines.add(
        String.format(
            Locale.ROOT,
            "%-12s %6s %6s %11s %10s %9s %12s %6s %9s",
            "node",
            "tasks",
            "failed",
            "tool calls",
            "average",
            "own CPU",
            "commands CPU",
            "load",
            "resident"));
    result.nodes().stream().limit(MOST_NODES).forEach(this::node);
    if (result.nodes().size() > MOST_NODES) {
      lines.add(
          String.format(
              Locale.ROOT,
              "and %d more; --output json has them all",
              result.nodes().size() - MOST_NODES));
    }
  }

  private void node(Node node) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%-12s %6d %6d %11d %10s %6d ms %9d ms %6.1f %5d MiB",
            node.node(),
            node.tasks(),
            node.failed(),
            node.toolCalls(),
            time(node.averageMillis()),
            node.cpuMillis(),
            node.commandCpuMillis(),
            node.load(),
            node.residentBytes() >> 20));
  }

  private void row(String name, String value) {
    lines.add(String.format(Locale.ROOT, "%-24s %s", name, value));
  }
}
