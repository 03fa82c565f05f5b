package dev.swarm.agent.proof;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Judged;
import dev.swarm.agent.checks.Questions;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.Severity;
import dev.swarm.tools.expression.Facts;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a finding out of rows and a check's templates; of a mind's words, only what is borne. */
final class Rendering {
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_VALUES = 3;

  private final Ground ground;
  private final Questions questions;

  Rendering(Ground ground, Questions questions) {
    this.ground = ground;
    this.questions = questions;
  }

  /** The values that decided, as people read them. */
  static String values(Check check, List<Row> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    var row = rows.getFirst();
    if (rows.size() > 1) {
      return rows.size() + " × " + row.kind();
    }
    var shown =
        row.fields().entrySet().stream()
            .filter(entry -> check.covers().contains(entry.getKey()))
            .map(entry -> Stating.spoken(entry.getKey()) + " " + entry.getValue().shown())
            .limit(MOST_VALUES)
            .collect(Collectors.joining(", "));
    return shown.isEmpty() ? row.subject() : shown;
  }

  /** A finding whose verdict is a check's; as bad as it was both times. */
  Finding covered(Rulings.Ruled ruled, Backing backing, SecondLook.Seen.Still still) {
    var check = ruled.check();
    var odd = (Judged.Odd) ruled.judged();
    var subject = odd.subject();
    var words = check.words();
    var scope = ((Facts) odd.scope()).with("subject", new Value.Text(subject));
    var title = words.title().fill(scope);
    var detail = words.detail().fill(scope);
    var text = String.join("\n", subject, title, detail, still.measured(), node());
    return new Finding(
        Fingerprint.of(check.id().value(), Gist.ofSubject(subject, node())),
        Optional.of(check.id()),
        check.area(),
        node(),
        subject,
        still.most(),
        shortened(title),
        detail,
        words.remedy().fill(scope),
        words.see().fill(scope),
        still.measured(),
        sentence(backing, text, words.threshold(), still.most()),
        ground.mind(),
        evidence(ruled, backing));
  }

  /** A finding that no check covers: at most a warning, and named by what was printed. */
  Finding uncovered(Backing backing, String measured) {
    var first = backing.about().getFirst();
    var tool = first.look().call().tool();
    var row = first.rows().stream().findFirst();
    var field = Stating.field(ground.claim(), first.rows());
    var value = row.flatMap(is -> field.flatMap(is::field));
    var subject = subject(first, tool);
    var line = first.words().getFirst().strip();
    var title =
        value
            .map(is -> subject + ": " + Stating.spoken(field.orElseThrow()) + " is " + is.shown())
            .orElseGet(() -> tool.replace('-', ' ') + ": " + line);
    var message = row.flatMap(is -> is.field("message")).map(Value::raw).orElse(line);
    var about = field.orElseGet(() -> Gist.ofLine(message, node()));
    return new Finding(
        Fingerprint.of(tool + "/" + about, Gist.ofSubject(subject, node())),
        Optional.empty(),
        ground.conversation().subtask().area(),
        node(),
        subject,
        severity(),
        shortened(title),
        "No check covers this; " + ground.mind() + " pointed it out.",
        "Look at it yourself before you act.",
        see(first),
        measured,
        sentence(backing, String.join("\n", subject, title, node()), "", severity()),
        ground.mind(),
        cut(backing));
  }

  private Severity severity() {
    return ground.claim().severity().filter(Severity.INFO::equals).orElse(Severity.WARNING);
  }

  /** As a row or the call itself names it: never as the mind does. */
  private static String subject(Cited cited, String tool) {
    var arguments = cited.look().call().arguments();
    return cited.rows().stream()
        .map(Row::subject)
        .findFirst()
        .or(() -> arguments.values().stream().findFirst())
        .filter(subject -> !subject.isBlank())
        .orElse(tool);
  }

  private static String see(Cited cited) {
    var command = new StringBuilder("swarm tools run " + cited.look().call().tool());
    cited
        .look()
        .call()
        .arguments()
        .forEach((name, value) -> command.append(' ').append(name).append('=').append(value));
    return command.toString();
  }

  private Optional<String> sentence(
      Backing backing, String text, String threshold, Severity severity) {
    if (ground.claim().sentence().isBlank()) {
      return Optional.empty();
    }
    var shown = new Sentence.Shown(text, threshold, severity, ages(backing));
    return new Sentence(backing, shown, Elsewhere.names(ground.conversation()))
        .borne(ground.claim().sentence());
  }

  private List<Value> ages(Backing backing) {
    if (!(questions.facts().name("now").orElse(null) instanceof Value.Moment(var now))) {
      return List.of();
    }
    return backing.values().stream()
        .filter(Value.Moment.class::isInstance)
        .map(moment -> Duration.between(((Value.Moment) moment).instant(), now))
        .<Value>map(age -> new Value.Quantity(Math.abs(age.toSeconds()), Unit.SECONDS))
        .toList();
  }

  private List<Evidence> evidence(Rulings.Ruled ruled, Backing backing) {
    var lines =
        ruled.judged().rows().stream()
            .flatMap(row -> row.lines().stream())
            .distinct()
            .sorted()
            .toList();
    var evidence = new ArrayList<>(Evidences.of(ruled.look(), lines));
    backing
        .all()
        .filter(one -> !one.look().equals(ruled.look()))
        .forEach(one -> evidence.addAll(Evidences.of(one.look(), one.lines())));
    evidence.addAll(context());
    return Evidences.most(evidence);
  }

  private List<Evidence> cut(Backing backing) {
    var evidence = new ArrayList<Evidence>();
    backing.all().forEach(one -> evidence.addAll(Evidences.of(one.look(), one.lines())));
    evidence.addAll(context());
    return Evidences.most(evidence);
  }

  /** Lines that explain it, where a tool did print them. */
  private List<Evidence> context() {
    var context = new ArrayList<Evidence>();
    for (var label : ground.claim().context()) {
      for (var citation : Citation.all(label)) {
        ground
            .conversation()
            .look(citation.call())
            .filter(look -> look.seen())
            .filter(look -> citation.lastLine() <= look.result().text().lines().size())
            .ifPresent(look ->
                context.addAll(
                    Evidences.of(
                        look,
                        IntStream.rangeClosed(citation.firstLine(), citation.lastLine())
                            .boxed()
                            .toList())));
      }
    }
    return context;
  }

  private String node() {
    return ground.conversation().subtask().node();
  }

  private static String shortened(String title) {
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
  }
}
