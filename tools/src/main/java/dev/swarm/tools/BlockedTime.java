package dev.swarm.tools;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * For how long a process has not run at the least, from {@code se.exec_start} of {@code
 * /proc/[pid]/sched}: the time on its processor's clock when it last ran. Each processor has a
 * clock of its own, which stands still in interrupts and while a hypervisor takes it away, so the
 * time is counted only up to the latest moment seen on the same processor; it can be too short,
 * never too long. Reads nothing until it is asked.
 */
final class BlockedTime {
  private static final Pattern LAST_RUN =
      Pattern.compile("(?m)^se\\.exec_start\\s*:\\s*([0-9]+\\.[0-9]+)");

  private final Map<String, ProcessStat> processes;
  private final Function<String, Optional<String>> sched;
  private final Map<String, Optional<Double>> latest = new HashMap<>();

  BlockedTime(Map<String, ProcessStat> processes, Function<String, Optional<String>> sched) {
    this.processes = processes;
    this.sched = sched;
  }

  /** Seconds as text, or {@code -} where this kernel does not tell. */
  String of(String pid) {
    return lastRun(pid)
        .flatMap(
            millis -> latestOn(processes.get(pid).processor()).map(end -> (end - millis) / 1000))
        .map(seconds -> String.format(Locale.ROOT, "%.0f", Math.max(0, seconds)))
        .orElse("-");
  }

  private Optional<Double> latestOn(String processor) {
    return latest.computeIfAbsent(
        processor,
        _ ->
            processes.entrySet().stream()
                .filter(entry -> entry.getValue().processor().equals(processor))
                .flatMap(entry -> lastRun(entry.getKey()).stream())
                .max(Double::compare));
  }

  private Optional<Double> lastRun(String pid) {
    return sched
        .apply(pid)
        .map(LAST_RUN::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(found -> Double.valueOf(found.group(1)));
  }
}
