package dev.swarm.agent.investigation;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Judged;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.checks.Questions.Question;
import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Finding;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Ending;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How every check of an investigation ended. Follows from what the tools gave, both times, and what
 * was proven; no mind has a say in it.
 */
final class Covering {
  private final Questions questions;
  private final Conversation conversation;
  private final Function<ToolCall, Optional<ToolResult>> secondLook;
  private final String end;
  private final List<Finding> findings;

  /**
   * Over a conversation that has ended.
   *
   * @param secondLook what a call gave when it was made again for proof
   * @param end why there was no further turn
   */
  Covering(
      Questions questions,
      Conversation conversation,
      Function<ToolCall, Optional<ToolResult>> secondLook,
      String end) {
    this.questions = questions;
    this.conversation = conversation;
    this.secondLook = secondLook;
    this.end = end;
    this.findings = new Claims(conversation).findings();
  }

  /** How a question, or a check, ended; without the words around it. */
  private record Ended(CoverageState state, String reason, Optional<Blindness> blindness) {
    static Ended of(CoverageState state, String reason) {
      return new Ended(state, reason, Optional.empty());
    }

    static Ended blind(Blindness blindness, String reason) {
      return new Ended(CoverageState.UNKNOWN, reason, Optional.of(blindness));
    }

    /** What weighs more for a check that asks several questions. */
    int weight() {
      return switch (state) {
        case NOT_APPLICABLE -> 0;
        case OK -> 1;
        case NOT_RUN -> 2;
        case UNKNOWN -> 3;
        case FINDING -> 4;
      };
    }
  }

  /** Exactly one coverage for each check, in their order; the sum is asserted here. */
  List<Coverage> all() {
    var all = conversation.checks().stream().map(this::of).toList();
    var once = new HashSet<>(all.stream().map(Coverage::check).toList());
    long proven =
        findings.stream()
            .flatMap(one -> one.check().stream())
            .filter(once::contains)
            .distinct()
            .count();
    long found = all.stream().filter(one -> one.state() == CoverageState.FINDING).count();
    if (once.size() != conversation.checks().size() || found != proven) {
      throw new IllegalStateException(
          "coverage does not add up: "
              + once.size()
              + " of "
              + conversation.checks().size()
              + " checks, "
              + found
              + " with findings where "
              + proven
              + " are proven");
    }
    return all;
  }

  private Coverage of(Check check) {
    var asked = questions.of(check);
    var worst =
        asked.stream()
            .map(this::of)
            .reduce((one, other) -> other.weight() > one.weight() ? other : one)
            .orElseGet(() ->
                Ended.of(
                    CoverageState.NOT_APPLICABLE,
                    "swarm.yaml names no " + check.forEach().orElse("item")));
    long proven =
        findings.stream().filter(one -> one.check().equals(Optional.of(check.id()))).count();
    return coverage(check, proven == 0 ? worst : found(proven, asked, worst));
  }

  /** A finding weighs more than all else; what could not be seen besides is said along with it. */
  private Ended found(long proven, List<Question> asked, Ended worst) {
    int looked = asked.stream().mapToInt(question -> verdicts(question).size()).sum();
    var besides = worst.state() == CoverageState.UNKNOWN ? "; besides: " + worst.reason() : "";
    return Ended.of(
        CoverageState.FINDING, proven + " of " + Math.max(looked, proven) + " looked at" + besides);
  }

  private List<Judged> verdicts(Question question) {
    return conversation
        .look(question.call())
        .filter(Look::seen)
        .map(look -> question.judge(look.result().rows()))
        .orElse(List.of());
  }

  private Ended of(Question question) {
    var look = conversation.look(question.call());
    if (look.isEmpty()) {
      return Ended.of(CoverageState.NOT_RUN, "its tool was not called: " + end);
    }
    var result = look.get().result();
    return switch (result.ending()) {
      case Ending.NotApplicable(var reason) -> Ended.of(CoverageState.NOT_APPLICABLE, reason);
      case Ending.Unknown(var blind, var reason) -> Ended.blind(Endings.blindness(blind), reason);
      case Ending.Refused(var rule, var reason) ->
          Ended.blind(Blindness.REFUSED, rule + ": " + reason);
      case Ending.Flagged(var exit) when result.rows().isEmpty() ->
          Ended.blind(
              Blindness.UNPARSABLE,
              "its exit code " + exit + " says that there is something, and no row tells what");
      case Ending.Ok _, Ending.Flagged _, Ending.Nothing _ -> looked(question, look.get());
    };
  }

  private Ended looked(Question question, Look look) {
    var check = question.check();
    var verdicts = question.judge(look.result().rows());
    var odd = new ArrayList<Judged>();
    Optional<String> blind = Optional.empty();
    for (var one : verdicts) {
      switch (one) {
        case Judged.Odd _ -> odd.add(one);
        case Judged.Blind(_, var reason, _, _) -> blind = blind.or(() -> Optional.of(reason));
        case Judged.Fine _ -> {}
      }
    }
    var unsettled = unsettled(question, look, odd);
    if (unsettled.isPresent()) {
      return unsettled.get();
    }
    if (blind.isPresent()) {
      return Ended.blind(Blindness.UNPARSABLE, blind.get());
    }
    if (!look.result().gaps().isEmpty()) {
      var gap = look.result().gaps().getFirst();
      return Ended.blind(Endings.blindness(gap.blind()), gap.reason());
    }
    return verdicts.isEmpty()
        ? Ended.of(check.none().state(), check.none().reason())
        : Ended.of(CoverageState.OK, within(check, verdicts.size(), odd.size()));
  }

  private static String within(Check check, int all, int fineNow) {
    var then = fineNow == 0 ? "" : " (" + fineNow + " odd at first, fine when looked at again)";
    return "looked at " + all + ", all within: " + check.words().threshold() + then;
  }

  /** An odd subject that was neither proven nor fine when it was looked at again. */
  private Optional<Ended> unsettled(Question question, Look look, List<Judged> odd) {
    for (var one : odd) {
      if (proven(question.check(), one)) {
        continue;
      }
      var second = secondLook.apply(look.call());
      if (second.isEmpty()) {
        return blind("odd, and nobody claimed it");
      }
      var again = new Look(look.id(), look.call(), second.get());
      if (!again.seen()) {
        return blind(
            "odd, and could not be looked at again: " + Endings.reason(second.get().ending()));
      }
      var now = now(question, second.get(), one);
      if (now.isPresent()) {
        return blind(now.get());
      }
    }
    return Optional.empty();
  }

  private boolean proven(Check check, Judged odd) {
    return findings.stream()
        .anyMatch(one ->
            one.check().equals(Optional.of(check.id())) && one.subject().equals(odd.subject()));
  }

  /** Why the second look does not make it fine; empty if it does. */
  private static Optional<String> now(Question question, ToolResult second, Judged odd) {
    var now =
        question.judge(second.rows()).stream()
            .filter(one -> one.subject().equals(odd.subject()))
            .toList();
    if (now.isEmpty() && !second.gaps().isEmpty()) {
      return Optional.of(
          "odd, and could not be looked at again: " + second.gaps().getFirst().reason());
    }
    return now.stream()
        .flatMap(one ->
            switch (one) {
              case Judged.Fine _ -> Optional.<String>empty().stream();
              case Judged.Odd _ -> Optional.of("odd, and nobody claimed it").stream();
              case Judged.Blind(_, var reason, _, _) -> Optional.of(reason).stream();
            })
        .findFirst();
  }

  private static Optional<Ended> blind(String reason) {
    return Optional.of(Ended.blind(Blindness.FAILED, reason));
  }

  private Coverage coverage(Check check, Ended ended) {
    boolean hinted = ended.state() == CoverageState.UNKNOWN || ended.state() == CoverageState.OK;
    return new Coverage(
        check.id(),
        check.area(),
        conversation.subtask().node(),
        ended.state(),
        ended.reason().isBlank() ? "no reason was given" : ended.reason(),
        ended.blindness(),
        hinted ? check.words().privilege() : "");
  }
}
