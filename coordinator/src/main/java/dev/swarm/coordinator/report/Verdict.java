package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.NodeNames;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A report in a sentence or three, the same for every format that people read.
 *
 * @param worst the worst severity found, if anything was
 * @param found what was found, and on how many nodes
 * @param missing why it is incomplete; empty if it is complete
 * @param news against the last audit
 * @param alarms what must not be overlooked, whatever was found
 * @param unseen that models have not looked everywhere; empty if they have, or none was asked
 */
record Verdict(
    Optional<Severity> worst,
    boolean complete,
    String found,
    String missing,
    String news,
    List<String> alarms,
    String unseen) {

  static Verdict of(Report report, Options options) {
    boolean complete = ExitCode.complete(report, options.policy());
    return new Verdict(
        report.counting().stream().map(Report.Finding::severity).max(Severity::compareTo),
        complete,
        found(report),
        complete ? "" : missing(report),
        news(report, options),
        FleetWords.alarms(report),
        ModelWords.lacking(report));
  }

  private static String found(Report report) {
    int accepted = report.totals().findings().accepted();
    return counting(report) + (accepted == 0 ? "" : ", " + accepted + " accepted");
  }

  private static String counting(Report report) {
    var severities = Words.severities(report.totals().findings().severities());
    var nodes = report.nodes();
    if (nodes.size() != 1) {
      return foundOnMany(report, severities) + absent(report);
    }
    var where = nodes.getFirst().node();
    return severities.isEmpty() ? "Nothing wrong found on " + where : severities + " on " + where;
  }

  private static String foundOnMany(Report report, String severities) {
    if (report.nodes().isEmpty()) {
      return "No node was asked";
    }
    if (severities.isEmpty()) {
      return "Nothing wrong found on " + NodeNames.number(report.nodes().size()) + " nodes";
    }
    long hit =
        report.counting().stream()
            .flatMap(finding -> finding.nodes().stream())
            .filter(on -> !on.accepted())
            .map(Report.Occurrence::node)
            .distinct()
            .count();
    return severities + " on " + Words.ofNodes(Math.toIntExact(hit), report);
  }

  private static String absent(Report report) {
    return Absent.of(report).stream()
        .map(each -> "; " + each.words())
        .collect(Collectors.joining());
  }

  private static String missing(Report report) {
    var missing = new ArrayList<String>();
    if (report.nodes().isEmpty()) {
      missing.add("nobody was there, or none that was meant");
    }
    Words.terms(unnamed(report))
        .map(term -> term.replaceFirst(" ", " node(s) "))
        .map(Verdict::numbered)
        .forEach(missing::add);
    var totals = report.totals();
    int without = totals.subtasks().targeted() - totals.subtasks().completed();
    if (without > 0) {
      missing.add(Words.many(without, "subtask") + " without a result");
    }
    int unknown = totals.coverage().states().getOrDefault(CoverageState.UNKNOWN, 0);
    if (unknown > 0) {
      missing.add(Words.many(unknown, "check") + " could not be seen");
    }
    if (report.run().state() == RunState.CANCELLED) {
      missing.add("stopped by hand");
    } else if (report.run().state() == RunState.OPEN) {
      missing.add("still running");
    }
    return "incomplete: " + String.join(", ", missing);
  }

  /** Nodes by state, without those that the first line names. */
  private static Map<NodeState, Integer> unnamed(Report report) {
    var counts = new EnumMap<>(report.totals().nodes());
    counts.remove(NodeState.COMPLETE);
    if (report.nodes().size() != 1) {
      counts.keySet().removeIf(Absent::names);
    }
    return counts;
  }

  private static String numbered(String term) {
    return term.replace("node(s)", term.startsWith("1 ") ? "node" : "nodes");
  }

  private static String news(Report report, Options options) {
    if (report.changes().isEmpty()) {
      return "first audit";
    }
    var changes = report.changes().get();
    var parts = new ArrayList<String>();
    add(parts, changes.fresh(), "new");
    add(parts, changes.revealed(), "seen for the first time");
    add(parts, changes.fixed(), "fixed");
    add(parts, changes.still(), "still there");
    add(parts, changes.notLookedAt(), "not looked at again");
    var what = parts.isEmpty() ? "nothing new" : String.join(", ", parts);
    return what + " since " + Words.time(changes.previousAt(), options.zone());
  }

  private static void add(List<String> parts, List<Report.Change> changes, String what) {
    if (!changes.isEmpty()) {
      parts.add(changes.size() + " " + what);
    }
  }
}
