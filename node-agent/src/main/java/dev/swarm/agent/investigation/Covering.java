package dev.swarm.agent.investigation;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Judged;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.checks.Questions.Question;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Proof;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How every check of an investigation ended. Follows from what the tools gave and what was proven;
 * no mind has a say in it.
 */
final class Covering {
  private final Questions questions;
  private final Conversation conversation;
  private final String node;

  Covering(Questions questions, Conversation conversation) {
    this.questions = questions;
    this.conversation = conversation;
    this.node = conversation.subtask().node();
  }

  /** Exactly one coverage for each check, in their order. */
  List<Coverage> all() {
    var all = conversation.checks().stream().map(this::of).toList();
    if (all.size() != conversation.checks().size()) {
      throw new IllegalStateException("coverage does not add up");
    }
    return all;
  }

  private Coverage of(Check check) {
    var asked = questions.of(check);
    if (asked.isEmpty()) {
      return ended(
          check,
          CoverageState.NOT_APPLICABLE,
          "swarm.yaml names no " + check.forEach().orElse("item"),
          Optional.empty());
    }
    Optional<Coverage> worst = Optional.empty();
    for (var question : asked) {
      var one = of(question);
      worst = Optional.of(worst.map(before -> worse(before, one)).orElse(one));
    }
    return worst.orElseThrow();
  }

  private static Coverage worse(Coverage before, Coverage next) {
    return weight(next.state()) > weight(before.state()) ? next : before;
  }

  private static int weight(CoverageState state) {
    return switch (state) {
      case NOT_APPLICABLE -> 0;
      case OK -> 1;
      case NOT_RUN -> 2;
      case UNKNOWN -> 3;
      case FINDING -> 4;
    };
  }

  private Coverage of(Question question) {
    var check = question.check();
    var look = conversation.look(question.call());
    if (look.isEmpty()) {
      return ended(check, CoverageState.NOT_RUN, "its tool was not called", Optional.empty());
    }
    var result = look.get().result();
    return switch (result.ending()) {
      case Ending.NotApplicable(var reason) ->
          ended(check, CoverageState.NOT_APPLICABLE, reason, Optional.empty());
      case Ending.Unknown(var blind, var reason) -> blind(check, blind, reason);
      case Ending.Refused(var rule, var reason) ->
          ended(check, CoverageState.UNKNOWN, rule + ": " + reason, Optional.of(Blindness.REFUSED));
      case Ending.Nothing _ -> looked(question, List.of(), result);
      case Ending.Ok _, Ending.Flagged _ -> looked(question, question.judge(result.rows()), result);
    };
  }

  private Coverage looked(Question question, List<Judged> verdicts, ToolResult result) {
    var check = question.check();
    var odd = verdicts.stream().filter(Judged.Odd.class::isInstance).toList();
    if (!odd.isEmpty()) {
      return odd(check, odd, verdicts.size());
    }
    var blind = verdicts.stream().filter(Judged.Blind.class::isInstance).findFirst();
    if (blind.isPresent() && blind.get() instanceof Judged.Blind(_, var reason, _, _)) {
      return blind(check, ToolResult.Blind.UNPARSABLE, reason);
    }
    if (!result.gaps().isEmpty()) {
      return blind(check, result.gaps().getFirst().blind(), result.gaps().getFirst().reason());
    }
    return verdicts.isEmpty()
        ? ended(check, check.none().state(), check.none().reason(), Optional.empty())
        : ended(
            check,
            CoverageState.OK,
            "looked at " + verdicts.size() + ", all within: " + check.words().threshold(),
            Optional.empty());
  }

  private Coverage odd(Check check, List<Judged> odd, int all) {
    long proven =
        findings().stream().filter(one -> one.check().equals(Optional.of(check.id()))).count();
    if (proven > 0) {
      return ended(
          check, CoverageState.FINDING, proven + " of " + all + " looked at", Optional.empty());
    }
    var doubt =
        doubts().stream()
            .filter(
                one -> odd.stream().anyMatch(verdict -> verdict.subject().equals(one.subject())))
            .findFirst();
    if (doubt.isPresent() && doubt.get().proof() == Proof.REFUTED) {
      return ended(
          check,
          CoverageState.OK,
          "odd at first, fine when looked at again: " + doubt.get().measured(),
          Optional.empty());
    }
    return ended(
        check,
        CoverageState.UNKNOWN,
        doubt.map(Doubt::reason).orElse("odd, and nobody claimed it"),
        Optional.of(Blindness.FAILED));
  }

  private List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    for (var verdict : conversation.verdicts()) {
      if (verdict instanceof Verdict.Proven(_, var proven)) {
        findings.addAll(proven);
      }
    }
    return findings;
  }

  private List<Doubt> doubts() {
    return conversation.verdicts().stream()
        .flatMap(verdict ->
            verdict instanceof Verdict.Rejected(_, var doubt, _)
                ? java.util.stream.Stream.of(doubt)
                : java.util.stream.Stream.empty())
        .toList();
  }

  private Coverage blind(Check check, ToolResult.Blind blind, String reason) {
    return ended(check, CoverageState.UNKNOWN, reason, Optional.of(Endings.blindness(blind)));
  }

  private Coverage ended(
      Check check, CoverageState state, String reason, Optional<Blindness> blindness) {
    return new Coverage(
        check.id(),
        check.area(),
        node,
        state,
        reason.isBlank() ? "no reason was given" : reason,
        blindness,
        state == CoverageState.UNKNOWN || state == CoverageState.OK
            ? check.words().privilege()
            : "");
  }
}
