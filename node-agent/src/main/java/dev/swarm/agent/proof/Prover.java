package dev.swarm.agent.proof;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.checks.Judged;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Look;
import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Proof;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Proves a claim: its lines exist, they speak of its subject, the check on that very field says so
 * too, and it still holds when looked at again.
 */
public final class Prover implements dev.swarm.agent.proof.Proof {
  private final Checks checks;
  private final Questions questions;
  private final Function<ToolCall, ToolResult> again;

  /**
   * A gate over {@code checks}.
   *
   * @param again measures a call anew
   */
  public Prover(Checks checks, Questions questions, Function<ToolCall, ToolResult> again) {
    this.checks = checks;
    this.questions = questions;
    this.again = again;
  }

  @Override
  public Verdict judge(Claim claim, Conversation conversation, String mind, boolean last) {
    var ground = new Ground(claim, conversation, mind, last);
    return switch (new Resolving(conversation).of(claim)) {
      case Resolving.Resolved.Nowhere(var reason) -> ground.unproven("", reason);
      case Resolving.Resolved.Lines(var cited) -> onLines(ground, cited);
    };
  }

  private Verdict onLines(Ground ground, List<Cited> cited) {
    var blind = cited.stream().filter(one -> !one.look().seen()).findFirst();
    if (blind.isPresent()) {
      return ground.unproven(
          "", blind.get().look().call().tool() + " could not look, so its words prove nothing");
    }
    var about = Subjected.of(ground.claim(), cited);
    if (about.isEmpty()) {
      return ground.refuted(
          Subjected.spokenOf(cited),
          "the lines cited do not speak of '" + ground.claim().subject() + "'");
    }
    var wrong = new ValueClaim(ground.claim(), about).contradiction();
    if (wrong.isPresent()) {
      return ground.refuted(wrong.get(), "the value claimed is not the value printed");
    }
    var verdicts = verdicts(ground.claim(), about);
    return verdicts.isEmpty() ? uncovered(ground, about) : covered(ground, about, verdicts);
  }

  /** What a check says on lines that a claim cites. */
  record Ruled(Questions.Question question, Look look, Judged judged) {}

  private List<Ruled> verdicts(Claim claim, List<Cited> cited) {
    var ruled = new ArrayList<Ruled>();
    for (var one : cited) {
      for (var check : checks.judging(one.look().call().tool())) {
        if (concerns(check, claim)) {
          ruled.addAll(rulings(check, one, claim));
        }
      }
    }
    return ruled;
  }

  private static boolean concerns(Check check, Claim claim) {
    return claim
        .check()
        .map(check.id()::equals)
        .orElseGet(() -> claim.field().map(check.covers()::contains).orElse(true));
  }

  private List<Ruled> rulings(Check check, Cited cited, Claim claim) {
    var ruled = new ArrayList<Ruled>();
    var rows = cited.rows();
    for (var question : questions.of(check)) {
      if (!question.call().arguments().equals(cited.look().call().arguments())) {
        continue;
      }
      for (var judged : question.judge(cited.look().result().rows())) {
        boolean named =
            judged.rows().size() == 1
                || Subjects.mean(claim.subject(), judged.subject(), "")
                || claim.check().isEmpty();
        if (named && judged.rows().stream().anyMatch(rows::contains)) {
          ruled.add(new Ruled(question, cited.look(), judged));
        }
      }
    }
    return ruled;
  }

  private Verdict covered(Ground ground, List<Cited> cited, List<Ruled> rulings) {
    var odd = rulings.stream().filter(one -> one.judged() instanceof Judged.Odd).toList();
    if (odd.isEmpty()) {
      return notOdd(ground, rulings);
    }
    var second = new SecondLook(again);
    var findings = new ArrayList<dev.swarm.protocol.Finding>();
    Optional<Verdict> failed = Optional.empty();
    for (var one : odd) {
      switch (second.at(one)) {
        case SecondLook.Seen.Still(var measured) ->
            findings.add(new Rendering(ground).covered(one, cited, measured));
        case SecondLook.Seen.Gone(var measured) ->
            failed =
                Optional.of(ground.refuted(measured, "it no longer holds when looked at again"));
        case SecondLook.Seen.Blind(var reason) ->
            failed = Optional.of(ground.unproven("", "it could not be looked at again: " + reason));
      }
    }
    return findings.isEmpty() ? failed.orElseThrow() : new Verdict.Proven(ground.claim(), findings);
  }

  private static Verdict notOdd(Ground ground, List<Ruled> rulings) {
    var fine = rulings.stream().filter(one -> one.judged() instanceof Judged.Fine).findFirst();
    if (fine.isPresent()) {
      var check = fine.get().question().check();
      return ground.refuted(
          Rendering.values(fine.get()),
          "the check " + check.id() + " says ok: " + check.words().threshold());
    }
    return ground.unproven(
        "",
        "the check "
            + rulings.getFirst().question().check().id()
            + " cannot tell: a value is missing");
  }

  private Verdict uncovered(Ground ground, List<Cited> cited) {
    if (ground.claim().check().isPresent()) {
      return ground.unproven(
          "", "the check " + ground.claim().check().get() + " does not judge these lines");
    }
    return switch (new SecondLook(again).at(cited, ground.claim())) {
      case SecondLook.Seen.Still(var measured) ->
          new Verdict.Proven(
              ground.claim(), List.of(new Rendering(ground).uncovered(cited, measured)));
      case SecondLook.Seen.Gone(var measured) ->
          ground.refuted(measured, "it no longer holds when looked at again");
      case SecondLook.Seen.Blind(var reason) ->
          ground.unproven("", "it could not be looked at again: " + reason);
    };
  }

  /** A claim, where it is made, and by whom. */
  record Ground(Claim claim, Conversation conversation, String mind, boolean last) {

    Verdict refuted(String measured, String reason) {
      return rejected(Proof.REFUTED, measured, reason);
    }

    Verdict unproven(String measured, String reason) {
      return rejected(Proof.UNPROVEN, measured, reason);
    }

    private Verdict rejected(Proof proof, String measured, String reason) {
      var subtask = conversation.subtask();
      var doubt =
          new Doubt(
              proof,
              subtask.area(),
              subtask.node(),
              claim.subject(),
              claimed(),
              measured,
              reason,
              mind,
              claim.cited());
      return new Verdict.Rejected(claim, doubt, last);
    }

    private String claimed() {
      if (!claim.sentence().isBlank()) {
        return new dev.swarm.tools.text.Sanitizer().clean(claim.sentence()).value();
      }
      return claim.check().map(id -> id + " on ").orElse("")
          + claim.subject()
          + claim.field().map(field -> ": " + field).orElse("")
          + claim.value().map(value -> " = " + value).orElse("");
    }
  }
}
