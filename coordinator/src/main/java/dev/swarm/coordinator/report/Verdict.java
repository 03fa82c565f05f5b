package dev.swarm.coordinator.report;

import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report in a sentence or three, the same for every format that people read.
 *
 * @param worst the worst severity found, if anything was
 * @param found what was found, and on how many nodes
 * @param missing why it is incomplete; empty if it is complete
 * @param news against the last audit
 * @param unseen that models have not looked everywhere; empty if they have, or none was asked
 */
record Verdict(
    Optional<Severity> worst,
    boolean complete,
    String found,
    String missing,
    String news,
    String unseen) {

  static Verdict of(Report report, Options options) {
    boolean complete = ExitCode.complete(report, options.policy());
    return new Verdict(
        report.findings().stream().map(Report.Finding::severity).max(Severity::compareTo),
        complete,
        found(report),
        complete ? "" : missing(report),
        news(report, options),
        ModelWords.lacking(report));
  }

  private static String found(Report report) {
    var severities = Words.severities(report.totals().findings().severities());
    var nodes = report.nodes();
    var where = nodes.size() == 1 ? nodes.getFirst().node() : Words.many(nodes.size(), "node");
    if (severities.isEmpty()) {
      return "Nothing wrong found on " + where;
    }
    long hit =
        report.findings().stream()
            .flatMap(finding -> finding.nodes().stream())
            .map(Report.Occurrence::node)
            .distinct()
            .count();
    return severities + " on " + (nodes.size() == 1 ? where : hit + " of " + where);
  }

  private static String missing(Report report) {
    var missing = new ArrayList<String>();
    Words.terms(report.totals().nodes())
        .filter(term -> !term.endsWith(" complete"))
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
