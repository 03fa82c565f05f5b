package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.NodeNames;
import dev.swarm.protocol.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How numbers, times and lists read. */
final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm z", Locale.ENGLISH);

  private static final int SANDBOXES = 4;

  private Words() {}

  /** {@code 1 node}, {@code 2 nodes}. */
  static String many(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code 37 of 1,000 nodes}. */
  static String ofNodes(int count, Report report) {
    return NodeNames.number(count)
        + " of "
        + NodeNames.number(report.nodes().size())
        + (report.nodes().size() == 1 ? " node" : " nodes");
  }

  /** {@code on 37 of 1,000 nodes: web-[01-37]}, or the one node's name. */
  static String where(Report.Finding finding, Report report, int most) {
    var nodes = finding.nodes().stream().map(Report.Occurrence::node).distinct().toList();
    var names = NodeNames.shortly(nodes, most);
    return nodes.size() == 1 ? names : "on " + ofNodes(nodes.size(), report) + ": " + names;
  }

  static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone)).replace(" Z", " UTC");
  }

  /** {@code 0.31 s}, {@code 12.4 s}, {@code 3 min 05 s}. */
  static String duration(long millis) {
    if (millis < 10_000) {
      return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    long seconds = millis / 1000;
    return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
  }

  /** {@code 2 lost + 1 timed out}: what is not zero. */
  static String parts(Map<? extends Enum<?>, Integer> counts) {
    return terms(counts).collect(Collectors.joining(" + "));
  }

  static Stream<String> terms(Map<? extends Enum<?>, Integer> counts) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getValue() + " " + Ids.words(entry.getKey()));
  }

  /** {@code 2 critical, 3 warnings, 1 note}; the worst first. */
  static String severities(Map<Severity, Integer> counts) {
    return Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
        .filter(severity -> counts.getOrDefault(severity, 0) > 0)
        .map(severity -> severity(severity, counts.getOrDefault(severity, 0)))
        .collect(Collectors.joining(", "));
  }

  private static String severity(Severity severity, int count) {
    return switch (severity) {
      case CRITICAL -> count + " critical";
      case WARNING -> many(count, "warning");
      case INFO -> count + " info";
    };
  }

  /** {@code 71 subtasks = 69 completed + 2 lost}. */
  static String subtasks(Totals totals) {
    var subtasks = totals.subtasks();
    return Stream.of(
            Stream.of(subtasks.completed() + " completed"),
            terms(subtasks.failed()),
            terms(subtasks.open()))
        .flatMap(terms -> terms)
        .collect(Collectors.joining(" + ", many(subtasks.targeted(), "subtask") + " = ", ""));
  }

  /** {@code 540 checks = 500 ok + 12 finding + …}. */
  static String checks(Totals totals) {
    var coverage = totals.coverage();
    return many(coverage.checks(), "check") + " = " + zero(parts(coverage.states()), "0 ok");
  }

  /** {@code 5 findings = 1 critical + 4 warning}. */
  static String findings(Totals totals) {
    var findings = totals.findings();
    return many(findings.distinct(), "finding")
        + " = "
        + zero(worstFirst(findings.severities()), "0 critical")
        + (findings.accepted() == 0 ? "" : " + " + findings.accepted() + " accepted");
  }

  private static String worstFirst(Map<Severity, Integer> counts) {
    return terms(counts).toList().reversed().stream().collect(Collectors.joining(" + "));
  }

  /** {@code 6 nodes = 5 complete + 1 lost}. */
  static String nodes(Report report) {
    return many(report.nodes().size(), "node")
        + " = "
        + zero(parts(report.totals().nodes()), "0 complete");
  }

  private static String zero(String parts, String nothing) {
    return parts.isEmpty() ? nothing : parts;
  }

  /** At most {@code most} of them. */
  static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  /** The first {@code most} of them, and how many more there are. */
  static String some(Collection<?> items, int most) {
    var shown = items.stream().limit(most).map(Object::toString).collect(Collectors.joining(", "));
    int rest = items.size() - most;
    return rest > 0 ? shown + " … " + rest + " more" : shown;
  }

  /** The command that shows a whole call; empty where the run is not kept. */
  static String show(
      Report.Run run, Report.Finding finding, Report.Occurrence on, Report.Evidence evidence) {
    var call = finding.area() + "/" + evidence.call();
    return run.kept() ? argv(List.of("swarm", "show", run.id().value(), on.node(), call)) : "";
  }

  /** The command that gives all there is; empty where the run is not kept. */
  static String everything(Report.Run run) {
    return run.kept() ? argv(List.of("swarm", "show", run.id().value(), "--output", "json")) : "";
  }

  /** The command that shows the run; empty where it is not kept. */
  static String show(Report.Run run) {
    return run.kept() ? argv(List.of("swarm", "show", run.id().value())) : "";
  }

  /** {@code … 12 more lines: swarm show …}. */
  static String more(int count, String noun, String command) {
    return "… " + many(count, noun) + (command.isEmpty() ? "" : ": " + command);
  }

  /** The command line as an administrator would type it. */
  static String argv(List<String> argv) {
    return argv.stream()
        .map(arg -> arg.matches("[\\w@%+=:,./*-]+") ? arg : "'" + arg.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  private static String sandboxes(Report.Run run) {
    var shown = String.join("; ", first(run.sandbox(), SANDBOXES));
    int rest = run.sandbox().size() - SANDBOXES;
    return rest > 0 ? shown + " … " + rest + " more" : shown;
  }

  /** Whose sentences they are where they are not ours, and what became of the others. */
  static List<String> aside(Summary summary) {
    var words = new ArrayList<String>();
    if (!summary.by().equals(Summary.OURS)) {
      words.add(
          "these are the words of "
              + summary.by()
              + "; what they cite bears every number and name in them");
    }
    if (!summary.note().isEmpty()) {
      words.add(summary.note());
    }
    return words;
  }

  /** When, how long, by what means. */
  static String made(Report report, Options options) {
    var run = report.run();
    return time(run.startedAt(), options.zone())
        + ", "
        + duration(run.durationMillis())
        + " · "
        + many(report.totals().toolCalls(), "tool call")
        + " · mind: "
        + run.mind()
        + " · sandbox: "
        + (run.sandbox().isEmpty() ? "none" : sandboxes(run))
        + " · swarm "
        + run.version()
        + FleetWords.led(report);
  }
}
