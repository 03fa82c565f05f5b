package dev.swarm.agent.proof;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Judged;
import dev.swarm.agent.investigation.Look;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.Severity;
import dev.swarm.tools.expression.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a finding out of rows and a check's templates; of a mind's words, only what is borne. */
final class Rendering {
  private final Prover.Ground ground;

  Rendering(Prover.Ground ground) {
    this.ground = ground;
  }

  /** The values that decided, as people read them. */
  static String values(Prover.Ruled ruled) {
    return values(ruled.question().check(), ruled.judged());
  }

  static String values(Check check, Judged judged) {
    var row = judged.rows().getFirst();
    if (judged.rows().size() > 1) {
      return judged.rows().size() + " × " + row.kind();
    }
    var shown =
        row.fields().entrySet().stream()
            .filter(entry -> check.covers().contains(entry.getKey()))
            .map(entry -> entry.getKey().replace('_', ' ') + " " + entry.getValue().shown())
            .limit(3)
            .collect(Collectors.joining(", "));
    return shown.isEmpty() ? judged.subject() : shown;
  }

  /** A finding whose verdict is a check's. */
  Finding covered(Prover.Ruled ruled, List<Cited> cited, String measured) {
    var check = ruled.question().check();
    var odd = (Judged.Odd) ruled.judged();
    var scope = odd.scope();
    var subject = odd.subject();
    var words = check.words();
    var template = ((Facts) scope).with("subject", new dev.swarm.tools.rows.Value.Text(subject));
    return new Finding(
        Fingerprint.of(check.id().value(), subject),
        Optional.of(check.id()),
        ground.conversation().subtask().area(),
        ground.conversation().subtask().node(),
        subject,
        odd.severity(),
        words.title().fill(template),
        words.detail().fill(template),
        words.remedy().fill(template),
        words.see().fill(template),
        measured,
        new Sentence(cited, Optional.of(check), subject + " " + words.title().fill(template))
            .borne(ground.claim().sentence()),
        ground.mind(),
        evidence(ruled.look(), odd, cited));
  }

  /** A finding that no check covers: at most a warning, and named by what was printed. */
  Finding uncovered(List<Cited> cited, String measured) {
    var claim = ground.claim();
    var first = cited.getFirst();
    var tool = first.look().call().tool();
    var row = first.rows().stream().findFirst();
    var value = row.flatMap(is -> claim.field().flatMap(is::field));
    var subject = row.map(is -> is.subject()).orElseGet(claim::subject);
    var title =
        value
            .map(is ->
                subject
                    + ": "
                    + claim.field().orElseThrow().replace('_', ' ')
                    + " is "
                    + is.shown())
            .orElseGet(() -> tool.replace('-', ' ') + ": " + first.words().getFirst().strip());
    var severity = claim.severity().filter(Severity.INFO::equals).orElse(Severity.WARNING);
    var evidence =
        cited.stream().flatMap(one -> Evidences.of(one.look(), one.lines()).stream()).toList();
    return new Finding(
        Fingerprint.of(tool + "/" + claim.field().orElse(""), subject),
        Optional.empty(),
        ground.conversation().subtask().area(),
        ground.conversation().subtask().node(),
        subject.isBlank() ? tool : subject,
        severity,
        shortened(title),
        "No check covers this; " + ground.mind() + " pointed it out.",
        "Look at it yourself before you act.",
        "swarm tools run " + tool,
        measured,
        new Sentence(cited, Optional.empty(), subject).borne(claim.sentence()),
        ground.mind(),
        evidence);
  }

  private List<Evidence> evidence(Look look, Judged.Odd odd, List<Cited> cited) {
    var lines =
        odd.rows().stream().flatMap(row -> row.lines().stream()).distinct().sorted().toList();
    var evidence = new ArrayList<>(Evidences.of(look, lines));
    cited.stream()
        .filter(one -> !one.look().id().equals(look.id()))
        .forEach(one -> evidence.addAll(Evidences.of(one.look(), one.lines())));
    for (var label : ground.claim().context()) {
      context(label).ifPresent(evidence::addAll);
    }
    return List.copyOf(evidence);
  }

  private Optional<List<Evidence>> context(String label) {
    return Citation.parse(label)
        .flatMap(citation ->
            ground
                .conversation()
                .look(citation.call())
                .filter(look -> citation.lastLine() <= look.result().text().lines().size())
                .map(look ->
                    Evidences.of(
                        look,
                        IntStream.rangeClosed(citation.firstLine(), citation.lastLine())
                            .boxed()
                            .toList())));
  }

  private static String shortened(String title) {
    return title.length() <= 160 ? title : title.substring(0, 157) + "…";
  }
}
