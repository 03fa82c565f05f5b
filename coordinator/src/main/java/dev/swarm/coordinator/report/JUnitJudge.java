package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.JUnitCase.Result;
import dev.swarm.protocol.Blindness;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what a check means to a build. */
final class JUnitJudge {
  private record Found(Report.Finding finding, Report.Occurrence on) {}

  private record Place(String node, String area, Optional<String> check) {}

  private final Policy policy;
  private final Map<Place, List<Found>> found = new HashMap<>();

  JUnitJudge(Report report, Policy policy) {
    this.policy = policy;
    for (Report.Finding finding : report.findings()) {
      for (Report.Occurrence on : finding.nodes()) {
        var check = finding.check().map(Object::toString);
        found
            .computeIfAbsent(
                new Place(on.node(), finding.area().value(), check), _ -> new ArrayList<>())
            .add(new Found(finding, on));
      }
    }
  }

  JUnitSuite suite(Report.Work work, List<Report.Cover> covers) {
    var cases = new ArrayList<JUnitCase>();
    var area = work.area().value();
    cases.add(outcome(work));
    covers.forEach(cover -> cases.add(check(cover)));
    found
        .getOrDefault(new Place(work.node(), area, Optional.empty()), List.of())
        .forEach(each -> cases.add(judged("model: " + each.on.title(), List.of(each))));
    return new JUnitSuite(work.node(), area, work.durationMillis(), cases);
  }

  /** For a node that nothing could be asked of. */
  JUnitSuite suite(Report.Node node) {
    var reason = Neighbours.reason(node);
    var silent = new JUnitCase("outcome", Result.ERROR, node.state().id(), reason, List.of(reason));
    return new JUnitSuite(node.node(), "node", 0, List.of(silent));
  }

  /** Of checks that no subtask made: those that compare the node with its peers. */
  JUnitSuite suite(String node, String area, List<Report.Cover> covers) {
    return new JUnitSuite(node, area, 0, covers.stream().map(this::check).toList());
  }

  private static JUnitCase outcome(Report.Work work) {
    return work.outcome() == Ending.COMPLETED
        ? new JUnitCase("outcome", Result.PASSED, "", "", List.of())
        : new JUnitCase(
            "outcome", Result.ERROR, work.outcome().id(), work.reason(), List.of(work.reason()));
  }

  private JUnitCase check(Report.Cover cover) {
    var name = cover.check().value();
    var here =
        found.getOrDefault(
            new Place(cover.node(), cover.area().value(), Optional.of(name)), List.of());
    if (!here.isEmpty()) {
      return judged(name, here);
    }
    return switch (cover.state()) {
      case OK -> new JUnitCase(name, Result.PASSED, "", "", List.of());
      case FINDING -> new JUnitCase(name, Result.PASSED, "", "", List.of(cover.reason()));
      case UNKNOWN -> unknown(cover);
      case NOT_APPLICABLE, NOT_RUN ->
          new JUnitCase(
              name,
              Result.SKIPPED,
              cover.state().id(),
              Ids.words(cover.state()) + ": " + cover.reason(),
              List.of());
    };
  }

  private JUnitCase unknown(Report.Cover cover) {
    var blindness = cover.blindness().orElse(Blindness.FAILED);
    boolean forgiven = blindness == Blindness.PRIVILEGE && !policy.strict();
    return new JUnitCase(
        cover.check().value(),
        forgiven ? Result.SKIPPED : Result.ERROR,
        blindness.id(),
        Ids.words(blindness) + ": " + cover.reason(),
        List.of(cover.reason(), cover.hint()));
  }

  private JUnitCase judged(String name, List<Found> here) {
    var failing =
        here.stream()
            .filter(each -> !each.on.accepted())
            .filter(each -> policy.counts(each.on.severity(), each.finding.check()))
            .toList();
    var lines = here.stream().flatMap(each -> lines(each).stream()).toList();
    var accepted = here.stream().filter(each -> each.on.accepted()).findFirst();
    if (failing.isEmpty() && accepted.isPresent()) {
      return new JUnitCase(name, Result.SKIPPED, "accepted", judgement(accepted.get()), lines);
    }
    if (failing.isEmpty()) {
      return new JUnitCase(name, Result.PASSED, "", "", lines);
    }
    var worst = failing.getFirst().on;
    return new JUnitCase(name, Result.FAILURE, worst.severity().id(), worst.title(), lines);
  }

  private static String judgement(Found found) {
    return found.on.judgement().map(said -> Acceptance.words(said, ZoneOffset.UTC)).orElse("");
  }

  private static List<String> lines(Found found) {
    var lines = new ArrayList<String>();
    lines.add(found.on.severity().id() + ": " + found.on.title());
    lines.add(found.on.detail());
    for (Report.Evidence evidence : found.on.evidence()) {
      lines.add("");
      lines.add("$ " + Words.argv(evidence.argv()));
      int number = evidence.lines().first();
      for (String line : Quotes.lines(evidence)) {
        lines.add(number++ + ": " + line);
      }
    }
    lines.add("");
    lines.add("measured: " + found.on.measured());
    lines.add("remedy: " + found.finding.remedy());
    lines.add("see: " + found.on.see());
    if (found.on.judgement().isPresent()) {
      lines.add("judged: " + judgement(found));
    }
    return lines;
  }
}
