package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Sarif.Message;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Severity;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0. A rule for each check, a result for each finding on each node. There are no files,
 * so places are logical locations: {@code node/area/subject}.
 */
final class SarifRenderer implements Renderer {
  @Override
  public void render(Report report, Options options, Appendable out) throws IOException {
    var rules = new SarifRules(report);
    var run =
        new Sarif.Run(
            new Sarif.Tool(new Sarif.Driver("swarm", report.run().version(), rules.rules())),
            new Sarif.Details("swarm-audit/" + report.run().id()),
            List.of(invocation(report, options.policy())),
            "unicodeCodePoints",
            report.findings().stream().flatMap(f -> results(f, rules)).toList(),
            new Sarif.Properties(
                report.totals(), report.models(), report.fleet(), report.summary()));
    try (var json = Json.generator(out)) {
      json.useDefaultPrettyPrinter();
      json.writePOJO(new Sarif.Log(Sarif.SCHEMA, Sarif.VERSION, List.of(run)));
    }
    out.append('\n');
  }

  private static Sarif.Invocation invocation(Report report, Policy policy) {
    var notes = new ArrayList<Sarif.Notification>();
    report.nodes().stream()
        .filter(node -> node.state() != NodeState.COMPLETE)
        .forEach(node ->
            notes.add(
                note("error", "node." + node.state().id(), Neighbours.reason(node), node.node())));
    FleetWords.alarms(report).forEach(alarm -> notes.add(note("error", "fleet", alarm, "fleet")));
    report.coverage().stream()
        .filter(cover -> cover.state() == CoverageState.UNKNOWN)
        .forEach(cover ->
            notes.add(
                note(
                    "warning",
                    cover.check().value(),
                    cover.reason(),
                    cover.node() + "/" + cover.area())));
    return new Sarif.Invocation(
        ExitCode.complete(report, policy),
        ExitCode.of(report, policy).code(),
        report.run().startedAt(),
        report.run().endedAt(),
        notes);
  }

  private static Sarif.Notification note(String level, String id, String text, String place) {
    return new Sarif.Notification(
        level,
        new Message(text),
        new Sarif.Descriptor(id),
        List.of(location(place, place, "node")));
  }

  private static Sarif.Location location(String name, String full, String kind) {
    return new Sarif.Location(List.of(new Sarif.LogicalLocation(name, full, kind)));
  }

  private static Stream<Sarif.Result> results(Report.Finding finding, SarifRules rules) {
    return finding.nodes().stream().map(on -> result(finding, on, rules));
  }

  private static Sarif.Result result(
      Report.Finding finding, Report.Occurrence on, SarifRules rules) {
    var rule = SarifRules.id(finding);
    var place = on.node() + "/" + finding.area() + "/" + on.subject();
    return new Sarif.Result(
        rule,
        rules.index(rule),
        "fail",
        level(on.severity()),
        new Message(message(on)),
        List.of(location(on.subject(), place, "resource")),
        Map.of("nodeAndFinding/v1", on.node() + ":" + finding.fingerprint()),
        baseline(on.novelty()),
        suppressions(on),
        new Sarif.Proof(on.node(), on.measured(), on.see(), on.evidence()));
  }

  private static Optional<List<Sarif.Suppression>> suppressions(Report.Occurrence on) {
    return on.judgement()
        .filter(_ -> on.accepted())
        .map(said -> Acceptance.words(said, ZoneOffset.UTC))
        .map(words -> List.of(new Sarif.Suppression("external", "accepted", words)));
  }

  private static String message(Report.Occurrence on) {
    var text = on.node() + ": " + on.title();
    return on.detail().isBlank() ? text : text + ". " + on.detail();
  }

  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private static Optional<String> baseline(Novelty novelty) {
    return switch (novelty) {
      case FIRST -> Optional.empty();
      case NEW, REVEALED -> Optional.of("new");
      case WORSE -> Optional.of("updated");
      case STILL -> Optional.of("unchanged");
    };
  }
}
